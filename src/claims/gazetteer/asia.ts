/** Countries of Asia: see `countries.ts` for the columns and their source. */
export const ASIA = `
AE | United Arab Emirates; UAE; U.A.E.; Emirates; Arab Emirates | Emirati | 아랍에미리트; 아랍에미리트연합; UAE | ОАЭ; Объединенн~ Арабск~ Эмират~; Объединённ~ Арабск~ Эмират~; Эмират~; эмиратск~ | 阿联酋; 阿拉伯联合酋长国
AF | Afghanistan | Afghan | 아프가니스탄 | Афганистан~ | 阿富汗
AM | Armenia | Armenian | 아르메니아 | Армени~ | 亚美尼亚
AZ | Azerbaijan | Azerbaijani; Azeri | 아제르바이잔 | Азербайджан~ | 阿塞拜疆
BD | Bangladesh | Bangladeshi | 방글라데시 | Бангладеш~ | 孟加拉国
BH | Bahrain | Bahraini | 바레인 | Бахрейн~ | 巴林
BN | Brunei | Bruneian | 브루나이 | Бруне~ | 文莱
BT | Bhutan | Bhutanese | 부탄 | Бутан~ | 不丹
CN | China; PRC; P.R.C.; People’s Republic of China; People's Republic of China; Mainland China | Chinese | 중국 | КНР; Кита~; китайск~; китайц~ | 中国
CY | Cyprus | Cypriot | 키프로스 | Кипр~ | 塞浦路斯
GE | Georgia | Georgian | 조지아 | Грузи~ | 格鲁吉亚
HK | Hong Kong |  | 홍콩 | Гонконг~ | 香港
ID | Indonesia | Indonesian | 인도네시아 | Индонези~; индонезийск~ | 印度尼西亚
IL | Israel | Israeli | 이스라엘 | Израил~ | 以色列
IN | India | Indian | 인도 | Инди~ | 印度
IQ | Iraq | Iraqi | 이라크 | Ирак~ | 伊拉克
IR | Iran | Iranian | 이란 | Иран~; иранск~ | 伊朗
JO | Jordan | Jordanian | 요르단 | Иордани~ | 约旦
JP | Japan | Japanese | 일본 | Япони~; японск~ | 日本
KG | Kyrgyzstan | Kyrgyz | 키르기스스탄 | Киргизи~ | 吉尔吉斯斯坦
KH | Cambodia | Cambodian | 캄보디아 | Камбодж~ | 柬埔寨
KP | North Korea; Pyongyang; P’yongyang; DPRK; D.P.R.K.; N. Korea; N.Korea; N.K.; NK; Democratic People’s Republic of Korea; Democratic People's Republic of Korea | North Korean | 북조선; 북한; 평양 | КНДР; Северн~ Коре~; северокорейск~; северокорейц~; Пхеньян~ | 朝鲜; 北韩; 北朝鲜; 平壤
KR | South Korea; S. Korea; S.Korea; ROK; Republic of Korea | South Korean | 남한; 대한민국 | Южн~ Коре~; южнокорейск~ | 韩国; 南韩
KW | Kuwait | Kuwaiti | 쿠웨이트 | Кувейт~; кувейтск~ | 科威特
KZ | Kazakhstan | Kazakh; Kazakhstani | 카자흐스탄 | Казахстан~; казахстанск~ | 哈萨克斯坦
LA | Laos; Lao PDR | Laotian; Lao | 라오스 | Лаос~; лаосск~ | 老挝
LB | Lebanon | Lebanese | 레바논 | Ливан~ | 黎巴嫩
LK | Sri Lanka | Sri Lankan | 스리랑카 |  | 斯里兰卡
MM | Burma; Myanmar | Burmese; Myanmarese | 버마; 미얀마 | Мьянм~; Бирм~ | 缅甸
MN | Mongolia; Mongol People’s Republic | Mongolian | 몽골; 몽고 | Монголи~; монгольск~ | 蒙古国; 蒙古
MO | Macau; Macao | Macanese | 마카오 | Макао | 澳门
MV | Maldives | Maldivian | 몰디브 | Мальдив~ | 马尔代夫
MY | Malaysia | Malaysian | 말레이시아 | Малайзи~; малайзийск~ | 马来西亚
NP | Nepal | Nepali; Nepalese | 네팔 | Непал~ | 尼泊尔
OM | Oman | Omani | 오만 | Оман~ | 阿曼
PH | Philippines | Filipino; Philippine | 필리핀 | Филиппин~ | 菲律宾
PK | Pakistan | Pakistani | 파키스탄 | Пакистан~ | 巴基斯坦
PS | Palestine | Palestinian | 팔레스타인; 팔레스타인 지구 | Палестинск территори~ | 巴勒斯坦; 巴勒斯坦领土
QA | Qatar | Qatari | 카타르 | Катар~; катарск~ | 卡塔尔
SA | Saudi Arabia | Saudi; Saudi Arabian | 사우디아라비아 | Саудовск~ Арави~; саудовск~ | 沙特阿拉伯
SG | Singapore | Singaporean | 싱가포르 | Сингапур~ | 新加坡
SY | Syria | Syrian | 시리아 | Сири~; сирийск~ | 叙利亚
TH | Thailand | Thai | 태국 | Таиланд~ | 泰国
TJ | Tajikistan | Tajik; Tajikistani | 타지키스탄 | Таджикистан~; таджикск~ | 塔吉克斯坦
TL | Timor-Leste; East Timor | Timorese | 동티모르 | Восточн~ Тимор~ | 东帝汶
TM | Turkmenistan | Turkmen | 투르크메니스탄 | Туркменистан~ | 土库曼斯坦
TR | Türkiye; Turkey | Turkish | 터키; 튀르키예 | Турци~; турецк~ | 土耳其
TW | Taiwan | Taiwanese | 대만 | Тайван~ | 台湾
UZ | Uzbekistan | Uzbek; Uzbekistani | 우즈베키스탄 | Узбекистан~; узбекск~ | 乌兹别克斯坦
VN | Vietnam; Viet Nam | Vietnamese | 베트남; 월남 | Вьетнам~; вьетнамск~ | 越南
YE | Yemen | Yemeni | 예멘 | Йемен~ | 也门
`;
