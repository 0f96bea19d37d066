/** Countries of Oceania: see `countries.ts` for the columns and their source. */
export const OCEANIA = `
AU | Australia | Australian | 오스트레일리아 | Австрали~ | 澳大利亚
FJ | Fiji | Fijian | 피지 | Фидж~ | 斐济
FM | Micronesia | Micronesian | 미크로네시아 | Федеративн Штат~ Микронези~ | 密克罗尼西亚
KI | Kiribati |  | 키리바시 | Кирибат~ | 基里巴斯
MH | Marshall Islands | Marshallese | 마셜 제도 |  | 马绍尔群岛
NZ | New Zealand | New Zealander | 뉴질랜드 | Нов~ Зеланди~ | 新西兰
PG | Papua New Guinea | Papua New Guinean | 파푸아뉴기니 | Папу~ —~ Нов~ Гвине~ | 巴布亚新几内亚
PW | Palau | Palauan | 팔라우 | Палау | 帕劳
SB | Solomon Islands |  | 솔로몬 제도 |  | 所罗门群岛
TO | Tonga | Tongan | 통가 | Тонг~ | 汤加
VU | Vanuatu |  | 바누아투 | Вануату | 瓦努阿图
WS | Samoa | Samoan | 사모아 | Само~ | 萨摩亚
`;
