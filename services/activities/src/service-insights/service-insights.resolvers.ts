import type { Resolvers } from '../generated/graphql.js';

/** What voluntary service adds to Insights. */
export const serviceInsightsResolvers: Resolvers = {
  Insights: {
    serviceHoursByMonth: async (insights, _args, { read, campusZone }) =>
      (await read.serviceInsights.byMonth(insights, campusZone)).map(({ key, ...figures }) => ({
        month: key,
        ...figures,
      })),
    serviceHoursByHost: async (insights, _args, { read, loaders }) => {
      const figures = await read.serviceInsights.byHost(insights);
      const hosts = await loaders.serviceHosts.loadMany(figures.map(({ key }) => key));
      return figures.flatMap(({ hours, volunteers }, index) => {
        const host = hosts[index];
        return host === undefined || host instanceof Error ? [] : [{ host, hours, volunteers }];
      });
    },
  },
};
