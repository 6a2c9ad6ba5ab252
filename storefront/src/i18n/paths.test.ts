import { expect, test } from "vitest";
import { localeHref } from "./locale-href";
import { otherLanguagePath } from "./other-language-path";
import { pickMessages } from "./pick-messages";

test("Vietnamese addresses carry no prefix, English ones carry /en", () => {
  expect(localeHref("vi", "/tim-kiem?q=ch%C3%A8")).toBe("/tim-kiem?q=ch%C3%A8");
  expect(localeHref("en", "/tim-kiem")).toBe("/en/tim-kiem");
  expect(localeHref("en", "/")).toBe("/en");
  expect(localeHref("en", "https://example.org/")).toBe("https://example.org/");
});

test("the language switch leads to the same page and back", () => {
  for (const path of ["/", "/gio-hang", "/vung/19/05503", "/energy"]) {
    const english = otherLanguagePath(path, "vi");
    expect(english.startsWith("/en")).toBe(true);
    expect(otherLanguagePath(english, "en")).toBe(path);
  }
});

test("only the named messages are handed over", () => {
  const all = { common: { client: { close: "Đóng" }, nav: { home: "Nhà" } }, seller: { form: { save: "Lưu" } } };
  expect(pickMessages(all, ["common.client", "seller.form"])).toEqual({
    common: { client: { close: "Đóng" } },
    seller: { form: { save: "Lưu" } },
  });
  expect(() => pickMessages(all, ["seller.nothing"])).toThrow("seller.nothing");
});
