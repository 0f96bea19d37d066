import type { AuditCause } from "../../audits/audit-finding.ts";
import { auditTextRulesKo, type RuleWords, TIMES, textCauses } from "./audit-text-rules-ko.ts";
import type { Messages } from "./en.ts";

const ROUNDING = "한 점은 마지막 유효 숫자의 절반(최대 5%), ‘약’은 7.5%, 범위는 양 끝 2.5%(‘약’이면 5%)";

const rules: Readonly<Record<string, RuleWords>> = {
  "deduction-chain": {
    name: "공제의 사슬",
    checks:
      "적힌 몫과 금액의 사슬을 모든 읽기(총액에서, 남은 것에서, 차례로)로 다시 계산해 함께 적힌 모든 결과와 견줍니다.",
    tolerance: ROUNDING,
  },
  "share-of-sum": {
    name: "금액의 백분율",
    checks: "적힌 급여의 적힌 백분율을 같은 몫의 적힌 금액과 견줍니다.",
    tolerance: ROUNDING,
  },
  "month-and-year": {
    name: "월액과 연액",
    checks: "한 사람이 말한 월액과 연액, 시급·일급과 월액을 서로 견줍니다.",
    tolerance: ROUNDING,
  },
  "slip-of-scale": {
    name: "자릿수 착오",
    checks: "같은 척도·장소·시기의 주장이 10배, 100배, 1000배, 100만 배 또는 12배로 어긋나는지 봅니다.",
    tolerance: "배수의 5% 이내. 근원이 같으면 한쪽 끝은 30%까지. 서로 다른 사람의 어림수 둘은 놓아둡니다.",
  },
  "revenue-per-worker": {
    name: "수입과 노동자·급여",
    checks: "한 해 수입을 노동자 수와 12로 나누어 공제 전 급여 주장과 견줍니다.",
    tolerance: "5년 안의 가장 높은 급여보다 4분의 1 위까지, 가장 낮은 급여의 50분의 1까지",
  },
  "parts-and-total": {
    name: "부분과 합계",
    checks: "목록의 장소별 수를 (겹치는 곳은 한 번만) 더해 같은 출처, 같은 사람의 합계와 견줍니다.",
    tolerance: `${ROUNDING}. 부분마다 적용합니다.`,
  },
  "part-over-whole": {
    name: "전체보다 큰 부분",
    checks: "어느 출처에서든 한 나라의 수가 그 나라를 품은 지역의 수보다 큰지 봅니다.",
    tolerance: ROUNDING,
  },
  "two-counts": {
    name: "하나를 센 두 수",
    checks: "한 사람이 같은 것, 같은 때에 대해 내놓은 합계가 서로를 배제하는지 봅니다.",
    tolerance: ROUNDING,
  },
  "shares-of-one": {
    name: "더해지지 않는 몫",
    checks: "함께 적힌 한 급여의 몫을 더해 100%와 견줍니다.",
    tolerance: ROUNDING,
  },
  "impossible-share": {
    name: "있을 수 없는 몫",
    checks: "몫인 척도에서 100%를 넘거나 0보다 작은 값을 찾습니다.",
    tolerance: "없음",
  },
  "converted-sum": {
    name: "두 통화의 금액",
    checks: "다른 통화에서 나온 금액을 그해 평균 환율로 다시 바꾸어 양 끝을 견줍니다.",
    tolerance: "반올림 말고도 하루 환율과 연평균의 차이로 7.5%",
  },
  "impossible-mean": {
    name: "정수로 나올 수 없는 평균",
    checks: "표본의 크기가 ‘n = 43’처럼 적힌 평균과 비율이 정수에서 나올 수 있는지 봅니다(GRIM).",
    tolerance: "반올림은 위로도 아래로도. 표본이 충분히 작을 때만",
  },
  "two-countries": {
    name: "한 증언자, 두 나라",
    checks: "한 증언자의 장소들이, 사례가 공개하는 만큼의 굵기에서, 서로를 배제하는지 봅니다.",
    tolerance: "없음. 공개된 것보다 자세히 말하지 않습니다.",
  },
  "same-figure": {
    name: "같은 수, 두 근원",
    checks: "서로 독립으로 치는 출처가 같은 것에 같은 수를 내놓으면 한 근원으로 묶기를 권합니다.",
    tolerance: "마지막 자리까지 같은 수. 어림수 한 자리는 놓아둡니다.",
  },
  "no-speaker": {
    name: "말한 이가 없는 수",
    checks: "이름도 직함도 글자도 없는 사람의 수와, 누가 세었는지 말이 없는 합계를 찾습니다.",
    tolerance: "없음. 출처와 말한 이마다 하나로 묶습니다.",
  },
  ...auditTextRulesKo,
};

const causes: Readonly<Record<AuditCause, string>> = {
  "chain broken": "어떤 읽기로도 공제의 사슬이 적힌 결과에 이르지 않습니다.",
  "chain read two ways": "적힌 두 결과는 한 사슬을 서로 다르게 읽은 것입니다. 한 읽기로는 둘 다 나오지 않습니다.",
  "month and year differ": "월액과 연액이 맞지 않습니다.",
  "parts exceed total": "부분의 합이 합계보다 큽니다. 부분이 틀렸거나 겹쳤거나 시기가 다르거나, 합계가 틀렸습니다.",
  "parts fall short": "빠진 부분이 없는데도 부분의 합이 합계보다 작습니다.",
  "part exceeds whole": "한 곳의 수가 그곳을 품은 지역의 수보다 큽니다. 둘 중 하나가 틀렸거나 다른 사람을 셌습니다.",
  "ten times":
    "같은 것의 두 수가 열 배 어긋납니다. 억을 billion으로, 만을 thousand로 읽었거나 0 하나가 더해지거나 빠졌습니다.",
  "a hundred times": "같은 것의 두 수가 백 배 어긋납니다.",
  "thousand lost": "같은 것의 두 수가 천 배 어긋납니다. thousand라는 말이 빠졌거나 million과 billion이 바뀌었습니다.",
  "million lost": "같은 것의 두 수가 백만 배 어긋납니다. million이라는 말이 빠졌습니다.",
  "month as year": "같은 것의 두 수가 열두 배 어긋납니다. 월액이 연액으로 적혔습니다.",
  "more than is paid": "노동자 한 사람에게서 한 달에 거두는 돈이, 그 무렵 누구든 받는다고 말한 급여보다 많습니다.",
  "less than is paid": "노동자 한 사람에게서 한 달에 거두는 돈이 터무니없이 적습니다. million이 빠진 듯합니다.",
  "rate differs": "그해 환율로 바꾼 값이 적힌 값과 다릅니다.",
  "one end converted": "범위의 한쪽 끝만 환산했습니다.",
  "shares exceed one": "한 급여의 몫이 모두 더해 100%를 넘습니다. 일부는 남은 것에 대한 몫일 수 있습니다.",
  "shares fall short": "빠진 몫이 없는데도 합이 100%에 못 미칩니다.",
  "no such share": "전체의 몫일 수 없는 값입니다.",
  "two counts":
    "한 사람이 같은 것, 같은 때에 대해 서로 배제하는 두 수를 말합니다. 하나는 더 오래되었거나 다른 것을 셌을 수 있습니다.",
  "same figure": "독립으로 치는 두 출처의 수가 같습니다. 하나가 다른 것을 옮겼다면 한 근원으로 묶으십시오.",
  "no speaker": "물어볼 사람이 없는 수입니다.",
  "share of sum": "적힌 백분율로 계산한 금액이 적힌 금액과 다릅니다.",
  "no such mean": "그만한 수의 정수로는 나올 수 없는 평균입니다.",
  "two countries":
    "한 증언자가 서로 배제하는 두 곳에 있습니다. 표시가 틀렸거나, 두 사람이 한 글자를 쓰거나, 두 곳에서 일했습니다.",
};

/** Strings of the page of audits in Korean. */
export const auditKo: Pick<Messages, "audit"> = {
  audit: {
    title: (n, changing) => `발견 ${n}건, 그중 결정을 바꿀 것 ${changing}건`,
    titleSome: (shown, all) => `발견 ${all}건 가운데 ${shown}건`,
    inClaims: "주장에서",
    inTexts: "문서의 말에서",
    textsRead: (n) => `손에 있는 문서 ${n}건. 주장으로 옮겼든 아니든 문서의 말을 다시 계산합니다.`,
    noTexts: "이 사례의 문서가 손에 없어 주장만 검사합니다. 출처의 사본을 붙이면 그 말도 검사합니다.",
    toSources: "출처로 가기",
    textsClean: "문서의 말에서 맞을 수 없는 것을 찾지 못했습니다.",
    openPassage: (title) => `${title}에서 대목 열기`,
    hiddenWords: "이 말은 사례가 공개하는 것보다 증언자를 더 자세히 드러냅니다. 본문에서만 볼 수 있습니다.",
    stated: "적힌 것",
    computed: "계산하거나 견준 것",
    report: "보고서 내려받기",
    reportNote: "인쇄하거나 글쓴이에게 보낼 수 있는 한 장: 모든 발견과 그 대목, 계산, 규칙.",
    subtitle:
      "적힌 수를 다시 계산했습니다. 발견은 출처에 던지는 물음입니다. 주장은 적힌 그대로 두며 추정은 발견을 읽지 않습니다.",
    clean: "맞을 수 없는 것을 찾지 못했습니다",
    cleanNext: "주장이 바뀔 때마다 다시 검사합니다. 검사하는 것:",
    none: "이 조건에 맞는 발견이 없습니다.",
    clear: "조건 지우기",
    filters: "조건",
    rule: "규칙",
    grade: "등급",
    status: "판단",
    grades: { inconsistent: "맞지 않음", "decision-changing": "결정을 바꿈" },
    sureness: { certain: "확실함", likely: "유력함", possible: "가능함" },
    statuses: { open: "미정", confirmed: "확인됨", dismissed: "기각됨" },
    readings: {
      "of the gross": "모두 총액에서",
      "of what is left": "모두 첫 공제 뒤 남은 것에서",
      "one after another": "차례로",
      "as printed": "적힌 대로",
      "sum of the parts": "부분의 합",
      "per worker and month": "노동자 한 사람, 한 달",
      converted: "환산",
    },
    tested: "적힌 것",
    against: "견준 것",
    copies: (n) => `같은 처지의 주장 ${n}건 더`,
    computation: "어떻게 계산했는가",
    fits: "적힌 값에 이름",
    allowed: "허용한 것",
    confirm: "확인",
    dismiss: "기각 …",
    why: "기각하는 까닭",
    keep: "기각",
    cancel: "취소",
    decided: (status, by, date) => `${by}가 ${date}에 ${status === "dismissed" ? "기각함" : "확인함"}`,
    rules: "검사하는 것",
    from: "근거",
    name: (rule, words) => rules[rule]?.name ?? words,
    checks: (rule, words) => rules[rule]?.checks ?? words,
    tolerance: (rule, words) => rules[rule]?.tolerance ?? words,
    explain: (cause) => causes[cause],
    explainText: (rule, words) => textCauses[rule] ?? words,
    amount: (words) =>
      words
        .replaceAll(" persons", "명")
        .replaceAll(" countries", "개국")
        .replace(/ per (hour|day|week|month|year)/g, (_, time: string) => `/${TIMES[time] ?? time}`)
        .replaceAll(" a year", "/년")
        .replaceAll(" and ", ", ")
        .replace(/(\d+) words twice/, "$1단어가 두 번")
        .replace(/^at most (.+)$/, "$1 이하"),
  },
};
