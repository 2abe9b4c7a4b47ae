/** A side of a mediation as a page shows it. */
export type ShownMediationParty = {
  readonly id: string;
  readonly kind: string;
  readonly name?: string | null;
  readonly isViewer: boolean;
  readonly hasJoined: boolean;
  readonly hasSigned: boolean;
};

type NamedParty = Pick<ShownMediationParty, 'id' | 'name' | 'isViewer'>;

/** A room with what was written in it. */
export type ShownMediationRoom = {
  readonly id: string;
  readonly kind: string;
  readonly party?: NamedParty | null;
  readonly readers: readonly NamedParty[];
  readonly viewerCanWrite: boolean;
  readonly messages: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly body?: string | null;
        readonly sentAt: string;
        readonly party?: NamedParty | null;
      };
    }[];
  };
};

/** A mediation as its sides and its mediator see it, in the graph's own words; what a page did not ask for is left out. */
export type ShownMediation = {
  readonly id: string;
  readonly status: string;
  readonly requestedAt: string;
  readonly request?: string | null;
  readonly unsuitableReason?: string | null;
  readonly invitedUntil?: string | null;
  readonly agreedAt?: string | null;
  readonly endedAt?: string | null;
  readonly extent?: string | null;
  readonly mediator?: string | null;
  readonly parties: readonly ShownMediationParty[];
  readonly agreement?: { readonly version: number; readonly paragraphs: readonly string[] } | null;
  readonly rooms: readonly ShownMediationRoom[];
  readonly sessions: readonly {
    readonly id: string;
    readonly startsAt: string;
    readonly place?: string | null;
    readonly party?: NamedParty | null;
  }[];
  readonly terms: readonly {
    readonly id: string;
    readonly text?: string | null;
    readonly dueOn: string;
    readonly owedBy?: NamedParty | null;
  }[];
  readonly followUpAt?: string | null;
  readonly followUpUntil?: string | null;
  readonly viewerFollowUp?: string | null;
  readonly viewerActions: readonly string[];
};
