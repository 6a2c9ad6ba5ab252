/** The doors that ask who you are: their address, their part of the API, their cookie. */
export type Door = {
  name: "seller" | "official" | "buyer";
  path: "/ban-hang" | "/dieu-hanh" | "/tai-khoan";
  api: "/seller" | "/official" | "/buyer";
  cookie: string;
};

export const sellerDoor: Door = { name: "seller", path: "/ban-hang", api: "/seller", cookie: "cho_phien_seller" };
export const officialDoor: Door = {
  name: "official",
  path: "/dieu-hanh",
  api: "/official",
  cookie: "cho_phien_official",
};
export const buyerDoor: Door = { name: "buyer", path: "/tai-khoan", api: "/buyer", cookie: "cho_phien_buyer" };
export const doors = { seller: sellerDoor, official: officialDoor, buyer: buyerDoor };
