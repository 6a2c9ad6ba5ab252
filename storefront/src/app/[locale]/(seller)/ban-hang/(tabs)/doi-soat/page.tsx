import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/seller/back-link";
import { EarningsOverview } from "@/components/seller/earnings-overview";
import { EarningsPeriod } from "@/components/seller/earnings-period";
import { EarningsList } from "@/components/seller/earnings-list";
import { Notice } from "@/components/ui/notice";
import { sellerDoor } from "@/lib/door/doors";
import type { PageQuery } from "@/lib/door/page-query";
import { callDoor } from "@/lib/door/session";
import { EARNINGS_PAGE, earningsAnswer, earningsPage, earningsQuery } from "@/lib/seller/earnings";

const here = "/ban-hang/doi-soat";

/** What the shop earned: per order what was kept back and why, what was paid out and when, and the same as a file. */
export default async function EarningsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const [t, search] = await Promise.all([getTranslations("seller.earnings"), searchParams]);
  const texts = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const query = earningsQuery(new URLSearchParams(texts));
  const asked = Object.fromEntries(query);
  const page = earningsPage(typeof search.trang === "string" ? search.trang : undefined);
  const pageQuery = { ...asked, limit: String(EARNINGS_PAGE), offset: String((page - 1) * EARNINGS_PAGE) };
  const answer = await callDoor(sellerDoor, { path: "/seller/earnings", query: pageQuery, schema: earningsAnswer, here });
  if (!answer.ok && answer.status !== 400) throw new Error(`/seller/earnings answered ${answer.status} ${answer.code}`);
  const period = answer.ok ? answer.data.period : { from: asked.from ?? "", to: asked.to ?? "" };
  return (
    <>
      <BackLink href="/ban-hang/tien">{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      {answer.ok ? null : <Notice tone="bad">{answer.message}</Notice>}
      {answer.ok ? <EarningsOverview now={answer.data.now} /> : null}
      <EarningsPeriod period={period} files={answer.ok} errors={answer.ok ? {} : answer.fields} />
      {answer.ok ? <EarningsList earnings={answer.data} days={asked} page={page} /> : null}
    </>
  );
}
