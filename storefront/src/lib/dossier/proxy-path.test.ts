import { expect, test } from "vitest";
import { dossierPath } from "./proxy-path";

const ask = (method: string, path: string, query = "") => dossierPath(method, path.split("/"), new URLSearchParams(query));

test("the routes of the pages are let through, with the query they know", () => {
  expect(ask("POST", "dos_1")).toBe("dos_1");
  expect(ask("POST", "dos_1/acts")).toBe("dos_1/acts");
  expect(ask("POST", "dos_1/attachments", "filename=a+b.pdf&kind=other&x=1")).toBe("dos_1/attachments?filename=a+b.pdf&kind=other");
  expect(ask("DELETE", "dos_1/attachments/att_1")).toBe("dos_1/attachments/att_1");
  expect(ask("GET", "dos_1/documents/mau-01-phieu-dang-ky.docx")).toBe("dos_1/documents/mau-01-phieu-dang-ky.docx");
});

test.each([
  ["GET", "dos_1"],
  ["DELETE", "dos_1"],
  ["GET", "../official-lists"],
  ["POST", "dos_1/../../me"],
  ["POST", "dos_1/attachments/att_1"],
  ["GET", "dos_1/documents/../../me"],
  ["GET", "dos_1/documents/a.exe"],
  ["POST", "a/b/c/d"],
  ["POST", ""],
])("%s %s is not", (method, path) => expect(ask(method, path)).toBeNull());
