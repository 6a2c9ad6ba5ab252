/** The day it is in Viet Nam, as YYYY-MM-DD. Asked for beside the act it is about: a run may go past midnight there (17:00 UTC). */
export const todayInVietNam = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())
