"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default function OfficialError({ retry }: { error: Error; retry: () => void }) {
  const t = useTranslations("common.client.error");
  return (
    <div role="alert">
      <Message title={t("title")} text={t("text")} headingLevel={1}>
        <Button size="large" onClick={retry}>
          {t("retry")}
        </Button>
      </Message>
    </div>
  );
}
