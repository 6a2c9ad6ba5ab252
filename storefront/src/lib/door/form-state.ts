/** What a form knows after it was sent: where it stands, what was typed, what is wrong with it. */
export type FormState = { error: string | null; fields: Record<string, string> };
export const untouched: FormState = { error: null, fields: {} };

export type LoginState = FormState & {
  step: "phone" | "code";
  phone: string;
  code: string;
  /** Seconds before another code may be asked for, counted from `sentAt`. */
  resendAfterSeconds: number;
  /** Changes with every code sent, so that the countdown starts again. */
  sentAt: number;
  /** In the sandbox: the page where the message can be read. */
  sandboxUrl: string | null;
};

export const loginStart: LoginState = {
  ...untouched,
  step: "phone",
  phone: "",
  code: "",
  resendAfterSeconds: 0,
  sentAt: 0,
  sandboxUrl: null,
};
