import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/link";

/** For guests: what logging in would spare them. Ordering works without. */
export async function LoginHint() {
  const t = await getTranslations("buyer.account");
  return (
    <div className="mb-1 text-sm text-ink-soft">
      <p>{t("loginHint")}</p>
      <Link href="/tai-khoan/dang-nhap" className="inline-flex min-h-11 items-center text-link" data-testid="login-hint">
        {t("loginLink")}
      </Link>
    </div>
  );
}
