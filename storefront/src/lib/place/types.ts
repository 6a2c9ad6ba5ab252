/** A province or commune that can be chosen. */
export type PlaceOption = {
  code: string;
  /** With its kind: "Xã Tân Cương". */
  label: string;
  /** Names of before 1 July 2025 that lead here as well: "Tỉnh Bắc Kạn". */
  formerNames?: string[];
};

export type OldPlace = { commune: string; district: string; province: string; certain: boolean };

/** A commune that what was typed may mean. */
export type PlaceHit = {
  province: PlaceOption;
  commune: PlaceOption;
  /** Set when an old name was met. */
  old: OldPlace | null;
};

/** A whole address line, understood: the answer of `/api/places/parse`. */
export type ReadAddress = {
  confidence: "exact" | "resolved" | "ambiguous" | "partial" | "none";
  province: PlaceOption | null;
  commune: PlaceOption | null;
  /** The old names in the line, as one reads them: "Xã Phúc Trìu, Thành phố Thái Nguyên". */
  oldName: string | null;
  candidates: Candidate[];
  /** Where the same words led before 1 July 2025, when that is elsewhere. */
  ifOld: Candidate[];
  rest: string;
  phone: string | null;
};

export type Candidate = { province: PlaceOption; commune: PlaceOption; oldName: string | null };
