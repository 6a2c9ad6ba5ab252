/** The two doors that ask who you are: their address, their part of the API, their cookie. */
export type Door = {
  name: "seller" | "official";
  path: "/ban-hang" | "/dieu-hanh";
  api: "/seller" | "/official";
  cookie: string;
};

export const sellerDoor: Door = { name: "seller", path: "/ban-hang", api: "/seller", cookie: "cho_phien_seller" };
export const officialDoor: Door = {
  name: "official",
  path: "/dieu-hanh",
  api: "/official",
  cookie: "cho_phien_official",
};
export const doors = { seller: sellerDoor, official: officialDoor };
