// The public face of @cho-phien/cashless-payment: what other packages may import.
export {}
