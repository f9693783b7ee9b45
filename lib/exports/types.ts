/** What a person is given: in words, so that nobody needs a program to read it. */
export type PersonalData = {
  title: string;
  /** An ISO day. */
  made: string;
  sections: { heading: string; lines: { label: string; text: string }[] }[];
};

/** The words of the page that opens the file, in the language of whoever gives it out. */
export type HandoutWords = {
  lang: string;
  dir: "ltr" | "rtl";
  heading: string;
  lead: string;
  label: string;
  open: string;
  wrong: string;
  old: string;
  save: string;
};
