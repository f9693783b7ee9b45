import { MAX_MESSAGE } from "@/lib/intake/schema";
import { RELATIONS } from "@/lib/vocabulary/types";
import { ChoiceCards } from "../choice-cards";
import { TextField } from "../field";
import { fieldState, Step, type StepProps } from "./step";

export function WhatStep(props: StepProps) {
  const { t } = props;
  return (
    <Step number={1} heading={t("public.contact.what.heading")}>
      <TextField
        {...fieldState(props, "message")}
        label={t("public.contact.what.message")}
        help={t("public.contact.what.messageHelp")}
        rows={9}
        limit={MAX_MESSAGE}
      />
      <ChoiceCards
        {...fieldState(props, "relation")}
        label={t("public.contact.what.relation")}
        help={t("public.contact.what.relationHelp")}
        optional
        choices={[
          ...RELATIONS.map((value) => ({ value, label: t(`public.contact.what.relations.${value}`) })),
          { value: "", label: t("public.contact.what.relations.none") },
        ]}
      />
    </Step>
  );
}
