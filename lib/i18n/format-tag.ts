/**
 * The tag by which `Intl` formats days: with Latin digits, as in the receipt and in phone numbers, and by the
 * calendar that holds in Germany. Both meet our readers daily, whatever their language's own are.
 */
export const formatTag = (locale: string): string => `${locale}-u-ca-gregory-nu-latn`;
