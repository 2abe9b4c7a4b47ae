const minorUnits = 100;

/** An amount in minor units as people read it in their language: with two decimals. */
export function formatAmount(amount: number, language: string): string {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language, decimals).format(amount / minorUnits);
}

/** An amount in minor units as it stands in a field. */
export function amountText(amount: number): string {
  return (amount / minorUnits).toFixed(2);
}

/**
 * The minor units of what somebody wrote, with a point or a comma before the decimals. What is no amount is below zero,
 * which the service refuses at its field.
 */
export function readAmount(text: string): number {
  const written = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(written) ? Math.round(Number(written) * minorUnits) : -1;
}
