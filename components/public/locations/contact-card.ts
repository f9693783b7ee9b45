import type { Office, PublicSite } from "@/lib/sites/types";

/**
 * A site as a contact for an address book: vCard 3.0 (RFC 2426), which old telephones read as well. Only what its
 * page shows.
 *
 * @param page the whole address of that page
 */
export function contactCard(site: PublicSite, page: string): string {
  const name = escaped(site.name);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${name}`,
    // The parts of a person's name have to be there; a site has one only.
    `N:${name};;;;`,
    `ORG:${name}`,
    ...site.offices.flatMap(officeLines),
    ...(site.website ? [`URL:${site.website}`] : []),
    `URL:${page}`,
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const officeLines = ({ street, postalCode, city, phones, emails }: Office): string[] => [
  ...(phones ?? []).map((phone) => `TEL;TYPE=WORK,VOICE:${phone.replaceAll(" ", "")}`),
  ...(emails ?? []).map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
  ...(street
    ? [`ADR;TYPE=WORK:;;${[street, city, "", postalCode ?? "", "Deutschland"].map(escaped).join(";")}`]
    : []),
];

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

const MOST_OCTETS = 75;

/** A line is at most 75 octets long and goes on after a space; a letter of several octets stays whole. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > MOST_OCTETS) {
      parts.push(part);
      part = " ";
    }
    part += letter;
  }
  return [...parts, part].join("\r\n");
}
