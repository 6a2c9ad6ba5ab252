import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/link";

/** For guests: what logging in would spare them. Ordering works without. */
export async function LoginHint() {
  const t = await getTranslations("buyer.account");
  return (
    <p className="mb-3 text-sm text-ink-soft">
      {t("loginHint")}{" "}
      <Link href="/tai-khoan/dang-nhap" className="inline-flex min-h-11 items-center text-link" data-testid="login-hint">
        {t("loginLink")}
      </Link>
    </p>
  );
}
