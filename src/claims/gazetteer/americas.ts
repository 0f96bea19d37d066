/** Countries of the Americas: see `countries.ts` for the columns and their source. */
export const AMERICAS = `
AR | Argentina | Argentine; Argentinian | 아르헨티나 | Аргентин~ | 阿根廷
BO | Bolivia | Bolivian | 볼리비아 | Боливи~ | 玻利维亚
BR | Brazil | Brazilian | 브라질 | Бразили~ | 巴西
BZ | Belize | Belizean | 벨리즈 | Белиз~ | 伯利兹
CA | Canada | Canadian | 캐나다 | Канад~ | 加拿大
CL | Chile | Chilean | 칠레 | Чил~ | 智利
CO | Colombia | Colombian | 콜롬비아 | Колумби~ | 哥伦比亚
CR | Costa Rica | Costa Rican | 코스타리카 |  | 哥斯达黎加
CU | Cuba | Cuban | 쿠바 | Куб~ | 古巴
DO | Dominican Republic |  | 도미니카 공화국 | Доминиканск~ Республик~ | 多米尼加共和国
EC | Ecuador | Ecuadorian | 에콰도르 | Эквадор~ | 厄瓜多尔
GT | Guatemala | Guatemalan | 과테말라 | Гватемал~ | 危地马拉
GY | Guyana | Guyanese | 가이아나 | Гайан~ | 圭亚那
HN | Honduras | Honduran | 온두라스 | Гондурас~ | 洪都拉斯
HT | Haiti | Haitian | 아이티 | Гаит~ | 海地
JM | Jamaica | Jamaican | 자메이카 | Ямайк~ | 牙买加
MX | Mexico | Mexican | 멕시코 | Мексик~ | 墨西哥
NI | Nicaragua | Nicaraguan | 니카라과 | Никарагу~ | 尼加拉瓜
PA | Panama | Panamanian | 파나마 | Панам~ | 巴拿马
PE | Peru | Peruvian | 페루 | Перу | 秘鲁
PR | Puerto Rico | Puerto Rican | 푸에르토리코 |  | 波多黎各
PY | Paraguay | Paraguayan | 파라과이 | Парагва~ | 巴拉圭
SR | Suriname | Surinamese | 수리남 | Суринам~ | 苏里南
SV | El Salvador | Salvadoran | 엘살바도르 | Сальвадор~ | 萨尔瓦多
TT | Trinidad & Tobago; Trinidad | Trinidadian | 트리니다드 토바고 | Тринидад~ и Тобаго | 特立尼达和多巴哥
US | United States; United States of America; U.S.; U.S.A.; USA; US; America | American | 미합중국; 미국 | США; Соединенн~ Штат~; Соединённ~ Штат~; американск~ | 美国
UY | Uruguay | Uruguayan | 우루과이 | Уругва~ | 乌拉圭
VE | Venezuela | Venezuelan | 베네수엘라 | Венесуэл~ | 委内瑞拉
`;
