import { expect, test } from "vitest";
import { findSets } from "./find-set";

const set = (set_no: number, name: string, group_name: string) => ({ set_no, name, group_name, industry: "Thực phẩm", subgroup: null });
const sets = [set(6, "Chế biến từ gạo, ngũ cốc", "Thực phẩm chế biến"), set(11, "Chè tươi, chè chế biến", "Chè"), set(14, "Rượu trắng", "Đồ uống có cồn")];
const words = (no: number) => (no === 6 ? "miến, bún, phở" : "");
const found = (typed: string) => findSets(sets, typed, words).map(({ set_no }) => set_no);

test.each([
  ["", [6, 11, 14]],
  ["chè", [11]],
  ["mien", [6]],
  ["Miến dong", []],
  ["ruou trang", [14]],
  ["do uong", [14]],
  ["chế biến", [6, 11]],
  ["che", [6, 11]],
  ["xyz", []],
])("%s finds %j", (typed, numbers) => expect(found(typed)).toEqual(numbers));
