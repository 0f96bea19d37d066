/** How a language groups digits and names large numbers: by thousands (million) or by myriads (만, 억). */
export type Digits = "thousands" | "myriads";
