import { beforeEach, expect, test } from "vitest";
import type { Patch } from "./patch";
import type { Sent } from "./send";
import { DossierWriter, type Saved } from "./writer";

const form = (fields: Patch["form"]): Patch => ({ form: fields, self_assessment: {} });
const refusal = (status: number, code: string, rest: object = {}): Sent<Saved> => ({ ok: false, status, code, message: code, fields: {}, body: {}, ...rest });

let posted: { version: number; patch: Patch }[];
let answers: Sent<Saved>[];
let kept: Patch | null;
let timers: (() => void)[];
let writer: DossierWriter;

/** A backend that counts versions up, unless a test put another answer in the queue. */
beforeEach(() => {
  posted = [];
  answers = [];
  kept = null;
  timers = [];
  writer = new DossierWriter(1, {
    post: async (version, patch) => {
      posted.push({ version, patch });
      return answers.shift() ?? { ok: true, data: { version: version + 1, self_rating: null, missing: [] } };
    },
    keep: (patch) => (kept = patch),
    later: (run) => {
      timers.push(run);
      return () => (timers = timers.filter((one) => one !== run));
    },
  });
});

test("what is typed is on the device at once, and one save follows the other with the version of the last", async () => {
  writer.change(form({ email: "a@b.vn" }));
  expect(kept).toEqual(form({ email: "a@b.vn" }));
  const first = writer.flush();
  writer.change(form({ phone: "1" }));
  await first;
  expect(await writer.flush()).toBe(true);
  expect(posted).toEqual([{ version: 1, patch: form({ email: "a@b.vn", phone: "1" }) }]);
  expect(kept).toEqual(form({}));
});

test("typing while a save is on its way is not lost and not taken for somebody else's change", async () => {
  writer.change(form({ email: "a" }));
  let typed = false;
  writer.subscribe(() => {
    if (writer.state.status === "saving" && !typed) {
      typed = true;
      writer.change(form({ email: "ab" }));
    }
  });
  await writer.flush();
  expect(kept).toEqual(form({ email: "ab" }));
  await writer.flush();
  expect(posted.map(({ version, patch }) => [version, patch.form.email])).toEqual([[1, "a"], [2, "ab"]]);
});

test("without a link everything stays on the device and is tried again", async () => {
  answers = [refusal(0, "network")];
  writer.change(form({ email: "a" }));
  expect(await writer.flush()).toBe(false);
  expect(writer.state.status).toBe("kept");
  expect(kept).toEqual(form({ email: "a" }));
  expect(timers).toHaveLength(1);
  expect(await writer.flush()).toBe(true);
});

test("somebody else's change stops the saving; on request ours goes onto theirs", async () => {
  answers = [refusal(409, "dossier.changed_meanwhile", { body: { version: 7 } })];
  writer.change(form({ email: "a" }));
  await writer.flush();
  expect(writer.state.status).toBe("changed");
  writer.change(form({ phone: "1" }));
  expect(writer.state.status).toBe("changed");
  expect(await writer.saveOntoTheirs()).toBe(true);
  expect(posted.at(-1)).toEqual({ version: 7, patch: form({ email: "a", phone: "1" }) });
});

test("a wrong field is said and kept, the right ones are saved all the same", async () => {
  answers = [refusal(400, "invalid_data", { fields: { "form.email": "no" } })];
  writer.change(form({ email: "x", phone: "1" }));
  expect(await writer.flush()).toBe(false);
  expect(posted.at(-1)?.patch).toEqual(form({ phone: "1" }));
  expect(writer.state).toMatchObject({ status: "refused", fields: { "form.email": "no" } });
  expect(kept).toEqual(form({ email: "x" }));
});

test("a page drawn before our last save does not turn the version back", async () => {
  writer.change(form({ email: "a" }));
  await writer.flush();
  writer.seen(1);
  writer.change(form({ email: "b" }));
  await writer.flush();
  expect(posted.at(-1)?.version).toBe(2);
});
