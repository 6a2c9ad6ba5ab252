import { expect, test } from "vitest";
import { sourcePages } from "./source-pages";

test("addresses are found among remarks, each once, whole or bare", () => {
  const remark = "https://nhandan.vn/chu-de/che-704531.html (zone of 6 communes); registration data background ; https://nhandan.vn/chu-de/che-704531.html ; chetrathainguyen.com (2014)";
  expect(sourcePages(remark)).toEqual([
    { href: "https://nhandan.vn/chu-de/che-704531.html", host: "nhandan.vn" },
    { href: "https://chetrathainguyen.com", host: "chetrathainguyen.com" },
  ]);
});

test.each(["background", "", "amp.vov.vn/...242324.vov (2010)", "http://"])("%j names no page that can be opened", (text) => expect(sourcePages(text)).toEqual([]));
