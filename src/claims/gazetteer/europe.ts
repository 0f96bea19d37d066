/** Countries of Europe: see `countries.ts` for the columns and their source. */
export const EUROPE = `
AL | Albania | Albanian | 알바니아 | Албани~ | 阿尔巴尼亚
AT | Austria | Austrian | 오스트리아 | Австри~ | 奥地利
BA | Bosnia & Herzegovina; Bosnia | Bosnian | 보스니아 헤르체고비나 | Босни~ и Герцеговин~ | 波斯尼亚和黑塞哥维那
BE | Belgium | Belgian | 벨기에 | Бельги~ | 比利时
BG | Bulgaria | Bulgarian | 불가리아 | Болгари~; болгарск~ | 保加利亚
BY | Belarus | Belarusian; Belarussian | 벨라루스 | Беларус~; Белорусси~; белорусск~ | 白俄罗斯
CH | Switzerland | Swiss | 스위스 | Швейцари~ | 瑞士
CZ | Czechia; Czech Republic; Czechoslovakia | Czech | 체코 | Чехи~; чешск~; Чехословаки~ | 捷克
DE | Germany | German | 독일 | Германи~; ФРГ; немецк~; германск~ | 德国
DK | Denmark | Danish | 덴마크 | Дани~ | 丹麦
EE | Estonia | Estonian | 에스토니아 | Эстони~ | 爱沙尼亚
ES | Spain | Spanish | 스페인 | Испани~ | 西班牙
FI | Finland | Finnish | 핀란드 | Финлянди~ | 芬兰
FR | France | French | 프랑스 | Франци~ | 法国
GB | United Kingdom; Britain; Great Britain; U.K.; UK; England | British | 영국 | Великобритани~; Британи~; британск~; Англи~ | 英国
GR | Greece | Greek | 그리스 | Греци~ | 希腊
HR | Croatia | Croatian | 크로아티아 | Хорвати~ | 克罗地亚
HU | Hungary | Hungarian | 헝가리 | Венгри~ | 匈牙利
IE | Ireland | Irish | 아일랜드 | Ирланди~ | 爱尔兰
IS | Iceland | Icelandic | 아이슬란드 | Исланди~ | 冰岛
IT | Italy | Italian | 이탈리아 | Итали~ | 意大利
LT | Lithuania | Lithuanian | 리투아니아 | Литв~ | 立陶宛
LU | Luxembourg | Luxembourgish | 룩셈부르크 | Люксембург~ | 卢森堡
LV | Latvia | Latvian | 라트비아 | Латви~ | 拉脱维亚
MD | Moldova | Moldovan | 몰도바 | Молдов~ | 摩尔多瓦
ME | Montenegro | Montenegrin | 몬테네그로 | Черногори~ | 黑山
MK | North Macedonia; Macedonia | Macedonian | 북마케도니아 | Северн~ Македони~ | 北马其顿
MT | Malta | Maltese | 몰타 | Мальт~ | 马耳他
NL | Netherlands; Holland | Dutch | 네덜란드 | Нидерланд~ | 荷兰
NO | Norway | Norwegian | 노르웨이 | Норвеги~ | 挪威
PL | Poland | Polish | 폴란드 | Польш~; польск~ | 波兰
PT | Portugal | Portuguese | 포르투갈 | Португали~ | 葡萄牙
RO | Romania | Romanian | 루마니아 | Румыни~ | 罗马尼亚
RS | Serbia | Serbian | 세르비아 | Серби~ | 塞尔维亚
RU | Russia; Russian Federation; Soviet Union; USSR; U.S.S.R. | Russian | 소련; 러시아연방; 러시아 | Росси~; российск~; РФ; СССР; Советск~ Союз~; русск~ | 俄罗斯; 俄国; 苏联; 俄方
SE | Sweden | Swedish | 스웨덴 | Швеци~ | 瑞典
SI | Slovenia | Slovenian; Slovene | 슬로베니아 | Словени~ | 斯洛文尼亚
SK | Slovakia | Slovak | 슬로바키아 | Словаки~ | 斯洛伐克
UA | Ukraine | Ukrainian | 우크라이나 | Украин~; украинск~ | 乌克兰
XK | Kosovo | Kosovar | 코소보 | Косово | 科索沃
`;
