import { CHANNELS, WISHES } from "@/lib/vocabulary/types";
import { ChoiceCards } from "../choice-cards";
import { TextField } from "../field";
import { fieldState, Step, type StepProps } from "./step";

export function WishesStep(props: StepProps) {
  const { t } = props;
  return (
    <Step number={4} heading={t("public.contact.wishes.heading")}>
      <ChoiceCards
        {...fieldState(props, "wish")}
        label={t("public.contact.wishes.wish")}
        help={t("public.contact.wishes.wishHelp")}
        optional
        choices={[
          ...WISHES.map((value) => ({ value, label: t(`public.contact.wishes.wishOptions.${value}`) })),
          { value: "", label: t("public.contact.wishes.wishOptions.none") },
        ]}
      />
      <ChoiceCards
        {...fieldState(props, "channel")}
        label={t("public.contact.wishes.channel")}
        help={t("public.contact.wishes.channelHelp")}
        optional
        short
        choices={[
          ...CHANNELS.map((value) => ({ value, label: t(`public.contact.wishes.channels.${value}`) })),
          { value: "", label: t("public.contact.wishes.channels.none") },
        ]}
      />
      <TextField
        {...fieldState(props, "setting")}
        label={t("public.contact.wishes.setting")}
        help={t("public.contact.wishes.settingHelp")}
        rows={3}
        optional
      />
    </Step>
  );
}
