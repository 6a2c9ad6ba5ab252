import fc from "fast-check";
import { expect, test } from "vitest";
import { looksLikeAddress, oneLine } from "./address-line";
import { bareName, matchOptions, metByFormerName } from "./match-options";

const options = [
  { code: "01", label: "Thành phố Hà Nội" },
  { code: "19", label: "Tỉnh Thái Nguyên", formerNames: ["Tỉnh Bắc Kạn"] },
  { code: "24", label: "Tỉnh Bắc Ninh", formerNames: ["Tỉnh Bắc Giang"] },
  { code: "56", label: "Tỉnh Khánh Hoà", formerNames: ["Tỉnh Ninh Thuận"] },
];
const codes = (typed: string) => matchOptions(options, typed).map(({ code }) => code);

test("typed without marks, without spaces, with or without the kind, in either tone placement", () => {
  for (const typed of ["ha noi", "hanoi", "Hà Nội", "TP. Hà Nội", "thanh pho ha noi", "HA N"]) expect(codes(typed)).toEqual(["01"]);
  for (const typed of ["khánh hòa", "Khánh Hoà", "khanh hoa".normalize("NFD")]) expect(codes(typed)).toEqual(["56"]);
});

test("own names come before old ones, and an old name finds its province", () => {
  expect(codes("bac")).toEqual(["24", "19"]);
  expect(codes("ninh")).toEqual(["56", "24"]);
  expect(codes("bac kan")).toEqual(["19"]);
  expect(metByFormerName(options[1]!, "bac kan")).toBe("Tỉnh Bắc Kạn");
  expect(metByFormerName(options[2]!, "bac")).toBeNull();
  expect(codes("khong co")).toEqual([]);
});

test("nothing typed shows all; whatever is typed, nothing is invented", () => {
  expect(codes("  ")).toEqual(options.map(({ code }) => code));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (typed) => {
    expect(codes(typed).every((code) => options.some((option) => option.code === code))).toBe(true);
  }));
});

test("every option is found by its own label", () => {
  for (const { code, label } of options) expect(codes(label)[0]).toBe(code);
  expect(bareName("P. 5")).toBe("5");
  expect(bareName("Xã Xá")).toBe("xa");
});

test("a line is more than a name", () => {
  for (const line of ["xã Tân Cương, Thái Nguyên", "xom 5 xa tan cuong tp thai nguyen", "Số 1\nPhường Ba Đình"]) expect(looksLikeAddress(line)).toBe(true);
  for (const name of ["Tân Cương", "Phường Văn Miếu Quốc Tử Giám", "xã Tân Cương,", ""]) expect(looksLikeAddress(name)).toBe(false);
});

test("a pasted text becomes one line within the limit", () => {
  expect(oneLine(" Số 1\r\nXã Tân Cương\n\tThái Nguyên\n")).toBe("Số 1, Xã Tân Cương, Thái Nguyên");
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 1_000 }), (text) => {
    const line = oneLine(text);
    expect(line.length).toBeLessThanOrEqual(300);
    expect(line).not.toMatch(/\p{Cc}/u);
  }));
});
