/**
 * Cities, provinces and islands where workers sent abroad are reported, with the country that they lie in and their
 * spellings. Collected by hand from maps and from reports on labour abroad; a `~` stands for any Russian ending.
 */
export const CITIES = `
RU | Vladivostok; Wladiwostok; Vladivostock; 블라디보스토크; 블라디보스톡; 울라지보스또크; Владивосток~; 符拉迪沃斯托克; 海参崴
RU | Khabarovsk; Habarovsk; 하바롭스크; 하바로프스크; Хабаровск~; 哈巴罗夫斯克; 伯力
RU | Primorye; Primorsky; Primorski; Primorskiy; Primorskii; Maritime Territory; Maritime Province; 연해주; Приморь~; Приморск~; 滨海边疆区
RU | Sakhalin; Yuzhno-Sakhalinsk; Yuzhnosakhalinsk; 사할린; Сахалин~; Южно-Сахалинск~; 萨哈林; 库页岛
RU | Russian Far East; the Far East; Far East of Russia; Russia’s Far East; Russia's Far East; 극동; Дальн~ Восток~; 远东
RU | Amur Region; Amur Oblast; 아무르; Амурск~; 阿穆尔州
RU | Siberia; Eastern Siberia; Siberian; 시베리아; Сибир~; 西伯利亚
RU | Moscow; 모스크바; Москв~; 莫斯科
RU | St Petersburg; St. Petersburg; Saint Petersburg; 상트페테르부르크; Санкт-Петербург~; Петербург~; 圣彼得堡
RU | Nakhodka; 나홋카; Находк~
RU | Tynda; Chegdomyn; Blagoveshchensk; Tatarstan; Yelabuga; Alabuga; Komsomolsk-on-Amur; Novosibirsk; Irkutsk; Krasnoyarsk; Chita; 띤다; 체그도민; 노보시비르스크; 이르쿠츠크; Тынд~; Чегдомын~; Новосибирск~; Иркутск~; Татарстан~; Елабуг~
CN | Dandong; Dangdong; Dan-dong; 단둥; 단동; Даньдун~; 丹东
CN | Hunchun; Hun-chun; Hoonchun; 훈춘; Хуньчун~; 珲春
CN | Tumen; Domun; Tomun; Tuman; 투먼; 도문; Тумэн~; 图们
CN | Yanji; Yenji; 옌지; 연길; Яньцзи; 延吉
CN | Yanbian; 연변; Яньбянь; 延边
CN | Shenyang; 선양; 심양; Шэньян~; 沈阳
CN | Dalian; 다롄; 대련; Далян~; 大连
CN | Beijing; Peking; 베이징; 북경; Пекин~; 北京
CN | Shanghai; 상하이; 상해; Шанха~; 上海
CN | Jilin; 지린; 길림; Цзилин~; 吉林
CN | Liaoning; 랴오닝; 요녕; 료녕; Ляонин~; 辽宁
CN | Heilongjiang; 헤이룽장; 흑룡강; Хэйлунцзян~; 黑龙江
CN | Helong; Longjing; Changbai; Ji’an; Donggang; Ningbo; Guangdong; Guangzhou; Shandong; Harbin; Changchun; Manchuria; 화룡; 허룽; 동강; 하얼빈; 장춘; 和龙; 龙井; 东港; 宁波; 哈尔滨; 长春
KW | Kuwait City; 쿠웨이트시티; Эль-Кувейт~; 科威特城
QA | Doha; Lusail; 도하; 루사일; Дох~; 多哈
AE | Dubai; Abu Dhabi; Sharjah; Ajman; 두바이; 아부다비; Дубай; Дубае; Абу-Даби; 迪拜; 阿布扎比
OM | Muscat; 무스카트; Маскат~; 马斯喀特
SA | Riyadh; Jeddah; 리야드; Эр-Рияд~; 利雅得
MN | Ulaanbaatar; Ulan Bator; Ulan-Bator; 울란바토르; Улан-Батор~; 乌兰巴托
PL | Warsaw; Gdansk; Gdańsk; Gdynia; Szczecin; Wroclaw; Wrocław; 바르샤바; 그단스크; Варшав~; Гданьск~; 华沙
CZ | Prague; Nachod; Náchod; Zebrak; Žebrák; 프라하; Праг~; 布拉格
MT | Valletta; 발레타; Валлетт~
KH | Phnom Penh; Siem Reap; 프놈펜; 씨엠립; Пномпен~; 金边
TH | Bangkok; Pattaya; 방콕; Бангкок~; 曼谷
VN | Hanoi; Ho Chi Minh City; Saigon; 하노이; Хано~; 河内
LA | Vientiane; 비엔티안; Вьентьян~; 万象
MY | Kuala Lumpur; Sarawak; Penang; 쿠알라룸푸르; Куала-Лумпур~; 吉隆坡
ID | Jakarta; 자카르타; Джакарт~; 雅加达
NP | Kathmandu; 카트만두; Катманду; 加德满都
BD | Dhaka; Дакк~; 达卡
JP | Tokyo; Osaka; 도쿄; 오사카; Токио; 东京
KR | Seoul; 서울; Сеул~; 首尔
KP | Kaesong; Gaeseong; Gaeson; Sinuiju; Rason; Rajin; Chongjin; 개성; 신의주; 라선; 나선; 청진; Кэсон~; 开城; 新义州
SN | Dakar; 다카르; Дакар~; 达喀尔
GQ | Malabo; 말라보; Малабо
AO | Luanda; 루안다; Луанд~; 罗安达
NG | Abuja; Lagos; Yobe; 라고스; Лагос~; 拉各斯
LY | Tripoli; Benghazi; 트리폴리; 벵가지; Триполи; 的黎波里
DZ | Algiers; 알제; 阿尔及尔
ET | Addis Ababa; 아디스아바바; Аддис-Абеб~
TZ | Dar es Salaam; 다르에스살람
US | Washington; New York; California; 워싱턴; Вашингтон~; 华盛顿
`;
