/** Countries of Africa: see `countries.ts` for the columns and their source. */
export const AFRICA = `
AO | Angola | Angolan | 앙골라 | Ангол~; ангольск~ | 安哥拉
BF | Burkina Faso | Burkinabe | 부르키나파소 |  | 布基纳法索
BI | Burundi | Burundian | 부룬디 | Бурунд~ | 布隆迪
BJ | Benin | Beninese | 베냉 | Бенин~ | 贝宁
BW | Botswana | Botswanan | 보츠와나 | Ботсван~ | 博茨瓦纳
CD | Democratic Republic of the Congo; Democratic Republic of Congo; DRC; DR Congo | Congolese | 콩고민주공화국; 콩고-킨샤사 | ДРК | 刚果民主共和国
CF | Central African Republic |  | 중앙 아프리카 공화국 | ЦАР | 中非共和国
CG | Republic of the Congo; Congo-Brazzaville; Congo |  | 콩고-브라자빌 | Конго | 
CI | Côte d’Ivoire; Ivory Coast | Ivorian | 코트디부아르 |  | 科特迪瓦
CM | Cameroon | Cameroonian | 카메룬 | Камерун~ | 喀麦隆
CV | Cape Verde; Cabo Verde | Cape Verdean | 카보베르데 |  | 佛得角
DJ | Djibouti | Djiboutian | 지부티 | Джибут~ | 吉布提
DZ | Algeria | Algerian | 알제리 | Алжир~ | 阿尔及利亚
EG | Egypt | Egyptian | 이집트 | Египет~ | 埃及
EH | Western Sahara | Sahrawi | 서사하라 | Западн~ Сахар~ | 西撒哈拉
ER | Eritrea | Eritrean | 에리트리아 | Эритре~ | 厄立特里亚
ET | Ethiopia | Ethiopian | 에티오피아 | Эфиопи~ | 埃塞俄比亚
GA | Gabon | Gabonese | 가봉 | Габон~ | 加蓬
GH | Ghana | Ghanaian | 가나 | Ган~ | 加纳
GM | Gambia | Gambian | 감비아 | Гамби~ | 冈比亚
GN | Guinea | Guinean | 기니 | Гвине~ | 几内亚
GQ | Equatorial Guinea | Equatoguinean | 적도 기니 | Экваториальн~ Гвине~ | 赤道几内亚
GW | Guinea-Bissau |  | 기니비사우 |  | 几内亚比绍
KE | Kenya | Kenyan | 케냐 | Кени~ | 肯尼亚
KM | Comoros | Comorian | 코모로 | Комор~ | 科摩罗
LR | Liberia | Liberian | 라이베리아 | Либери~ | 利比里亚
LS | Lesotho | Basotho | 레소토 | Лесото | 莱索托
LY | Libya | Libyan | 리비아 | Ливи~; ливийск~ | 利比亚
MA | Morocco | Moroccan | 모로코 | Марокко | 摩洛哥
MG | Madagascar | Malagasy | 마다가스카르 | Мадагаскар~ | 马达加斯加
ML | Mali | Malian | 말리 | Мал~ | 马里
MR | Mauritania | Mauritanian | 모리타니 | Мавритани~ | 毛里塔尼亚
MU | Mauritius | Mauritian | 모리셔스 | Маврик~ | 毛里求斯
MW | Malawi | Malawian | 말라위 | Малав~ | 马拉维
MZ | Mozambique | Mozambican | 모잠비크 | Мозамбик~ | 莫桑比克
NA | Namibia | Namibian | 나미비아 | Намиби~ | 纳米比亚
NE | Niger | Nigerien | 니제르 | Нигер~ | 尼日尔
NG | Nigeria | Nigerian | 나이지리아 | Нигери~; нигерийск~ | 尼日利亚
RW | Rwanda | Rwandan | 르완다 | Руанд~ | 卢旺达
SC | Seychelles | Seychellois | 세이셸 |  | 塞舌尔
SD | Sudan | Sudanese | 수단 | Судан~ | 苏丹
SL | Sierra Leone | Sierra Leonean | 시에라리온 |  | 塞拉利昂
SN | Senegal | Senegalese | 세네갈 | Сенегал~ | 塞内加尔
SO | Somalia | Somali | 소말리아 | Сомал~ | 索马里
SS | South Sudan | South Sudanese | 남수단 | Южн~ Судан~ | 南苏丹
ST | São Tomé & Príncipe |  | 상투메 프린시페 |  | 圣多美和普林西比
SZ | Eswatini; Swaziland | Swazi | 에스와티니 | Эсватин~ | 斯威士兰
TD | Chad | Chadian | 차드 | Чад~ | 乍得
TG | Togo | Togolese | 토고 | Того | 多哥
TN | Tunisia | Tunisian | 튀니지 | Тунис~ | 突尼斯
TZ | Tanzania; Zanzibar | Tanzanian | 탄자니아 | Танзани~ | 坦桑尼亚
UG | Uganda | Ugandan | 우간다 | Уганд~ | 乌干达
ZA | South Africa | South African | 남아프리카 | ЮАР | 南非
ZM | Zambia | Zambian | 잠비아 | Замби~ | 赞比亚
ZW | Zimbabwe | Zimbabwean | 짐바브웨 | Зимбабве | 津巴布韦
`;
