/** What is allowed for where only rounding is. */
const ROUNDING = "한 점은 마지막 유효 숫자의 절반(최대 5%), ‘약’은 7.5%, 범위는 양 끝 2.5%(‘약’이면 5%)";

/** What a rule is called, checks and allows for. */
export interface RuleWords {
  readonly name: string;
  readonly checks: string;
  readonly tolerance: string;
}

/** The rules over the words of documents, in Korean. */
export const auditTextRulesKo: Readonly<Record<string, RuleWords>> = {
  "told-chain": {
    name: "글 속 공제의 사슬",
    checks: "글이 말하는 급여와 둘 이상의 공제를 모든 읽기로 다시 계산해, 남는다고 적힌 것과 견줍니다.",
    tolerance: ROUNDING,
  },
  "told-periods": {
    name: "두 단위 시간의 한 급여",
    checks:
      "한 문장이 같은 것이라며 두 단위 시간으로 적은 급여를 견줍니다. 한 달은 일하는 날 15~31일, 하루는 6~18시간입니다.",
    tolerance: ROUNDING,
  },
  "told-share": {
    name: "수 곁의 백분율",
    checks: "부분과 전체 곁에 적힌 백분율을 다시 계산합니다.",
    tolerance: ROUNDING,
  },
  "told-shares": {
    name: "글 속 한 전체의 몫",
    checks: "하나의 전체를 나누는 문장의 몫을 더해 100%와 견줍니다.",
    tolerance: "몫마다 0.5퍼센트포인트",
  },
  "told-total": {
    name: "글 속 부분과 합계",
    checks: "문장이 합계와 함께 열거한 것, 나라별 사람 수와 해외 전체 수를 견주고, 전체보다 큰 부분을 찾습니다.",
    tolerance: ROUNDING,
  },
  "told-counts": {
    name: "글 속 하나를 센 두 수",
    checks: "해외에서 일하는 사람, 그들이 있는 나라, 물은 사람의 수를 문서가 스스로 내놓은 것끼리 견줍니다.",
    tolerance: ROUNDING,
  },
  "told-revenue": {
    name: "글 속 수입과 노동자·급여",
    checks: "노동자가 한 해에 벌어 준 돈을 수와 12로 나누어 문서가 적은 모든 급여와 견줍니다.",
    tolerance: "가장 높은 급여보다 4분의 1 위까지, 가장 낮은 급여의 50분의 1까지",
  },
  "same-digits": {
    name: "같은 숫자, 다른 자릿수",
    checks: "한 문서에서 단위가 같고 10배, 1000배, 100만 배만 다른 범위를 찾습니다.",
    tolerance: "없음. 양 끝이 마지막 자리까지",
  },
  "lost-magnitude": {
    name: "너무 작은 합계",
    checks: "바로 앞에 적힌 1000명 이상의 사람에게서 한 사람에 1도 되지 않는 한 해 합계를 찾습니다.",
    tolerance: "한 사람, 한 해에 통화 한 단위",
  },
  "bracketed-conversion": {
    name: "괄호 속 환산",
    checks: "범위의 한 끝만 바꾼 환산과, 문장이 말하는 해(없으면 어느 해)에도 없던 환율을 찾습니다.",
    tolerance: "그해와 앞뒤 해, 아니면 1985~2025년 환율 밖으로 10%",
  },
  "impossible-told-share": {
    name: "글 속 전체를 넘는 몫",
    checks: "사람이나 급여의 100%를 넘는 몫을 찾습니다.",
    tolerance: "없음. 증가율과 초과 달성은 놓아둡니다.",
  },
  "told-mean": {
    name: "글 속 정수로 나올 수 없는 평균",
    checks: "표본의 크기가 적힌 평균과 비율이 정수에서 나올 수 있는지 봅니다(GRIM).",
    tolerance: "반올림은 위로도 아래로도. 표본이 충분히 작을 때만",
  },
  timetable: {
    name: "있을 수 없는 시간표",
    checks:
      "하루의 시간을 더하고 시계와 견주며, 일과 잠·학습의 겹침, 하루 시간 곱하기 날수와 한 주·한 달 시간을 봅니다.",
    tolerance: "30분. 식사는 일 안에 듭니다. 계절, 일요일, 여러 조는 놓아둡니다.",
  },
  "malformed-number": {
    name: "잘못된 수",
    checks: "‘00%’, ‘thousand hundred’, ‘7:8 or 8:2’, 거꾸로 가는 범위를 찾습니다.",
    tolerance: "없음",
  },
  "repeated-testimony": {
    name: "두 번 실린 증언",
    checks: "한 문서에 두 번 나오는 20단어 이상의 대목과, 두 사람의 말로 실렸는지를 찾습니다.",
    tolerance: "이어진 20단어. 대소문자, 부호, 빈칸은 보지 않습니다.",
  },
  "labelled-twice": {
    name: "한 증언자, 여러 표시",
    checks: "인용 아래 표시를 견주어 나라, 일, 성별, 나이가 서로를 배제하는 글자를 찾습니다.",
    tolerance: "첫 네 글자가 같은 표기와 다섯 살 차이까지는 하나",
  },
  "copied-text": {
    name: "두 문서의 한 수",
    checks: "수가 든 20단어 이상의 대목이 두 문서에 있는지 찾습니다. 그 수의 근원은 하나입니다.",
    tolerance: "이어진 20단어. 대소문자, 부호, 빈칸은 보지 않습니다.",
  },
  "no-speaker-told": {
    name: "글 속 말한 이가 없는 수",
    checks:
      "500명 이상이나 10만 이상의 금액이 ‘추정된다’고만 적히고 이름도 출처도 없는 것, 이름 없는 이의 수를 찾습니다.",
    tolerance: "같은 문장, 앞 문장, 뒤 두 문장에 이름이나 출처가 있으면 됩니다.",
  },
};

/** What a finding in the words of a document says, by rule; its numbers stand beside it. */
export const textCauses: Readonly<Record<string, string>> = {
  "told-chain": "적힌 공제를 어떤 읽기로 계산해도 함께 적힌 결과에 이르지 않습니다.",
  "told-periods":
    "한 문장이 같은 급여를 두 단위 시간으로 적었는데 서로 맞지 않습니다. 다른 일이나 다른 해의 것이거나, 잘못 나눈 것입니다.",
  "told-share": "나란히 적힌 부분, 전체, 백분율이 서로 맞지 않습니다. 셋 가운데 하나가 틀렸습니다.",
  "told-shares": "하나의 전체를 나눈 몫의 합이 100%가 아닙니다. 하나가 틀렸거나 겹쳤거나 빠졌습니다.",
  "told-total": "열거된 부분이 함께 적힌 합계와 맞지 않습니다. 시기가 다르거나 겹쳐 센 것일 수 있습니다.",
  "told-counts":
    "문서가 스스로 내놓은 두 합계가 서로를 배제합니다. 하나가 더 오래되었거나, 이름 없는 다른 출처에서 왔거나, 다른 것을 셌을 수 있습니다.",
  "told-revenue":
    "한 해 수입을 노동자 수와 12로 나누면 문서가 적은 급여와 맞지 않습니다. 자릿수가 틀렸거나(억을 billion으로?) 노동자를 적게 셌을 수 있습니다.",
  "same-digits":
    "숫자는 같고 자릿수만 다른 두 범위입니다. 억을 billion으로 읽었거나 0이 더해지거나 빠졌을 수 있습니다.",
  "lost-magnitude": "한 사람에게서 한 해에 1도 되지 않는 합계입니다. million 같은 말이 빠졌습니다.",
  "bracketed-conversion": "환산이 범위의 한쪽 끝만 바꾸었거나, 그런 환율은 없었습니다.",
  "impossible-told-share": "전체를 넘는 몫입니다. 숫자가 하나 많거나 증가율을 몫으로 적었습니다.",
  "told-mean": "그만한 수의 정수로는 나올 수 없는 평균이나 비율입니다. 응답하지 않은 사람이 있거나 숫자가 틀렸습니다.",
  timetable: "하루나 한 주에 들어갈 수 없는 시간표입니다. 다른 날이나 계절의 것이 섞였을 수 있습니다.",
  "malformed-number": "적힌 그대로는 수가 아닙니다. 입력, 인식, 번역에서 무엇이 빠졌습니다.",
  "repeated-testimony": "같은 증언이 한 문서에 두 번 실렸습니다. 한 번으로 셉니다.",
  "labelled-twice":
    "한 사람의 표시가 서로를 배제합니다. 표시가 틀렸거나, 두 사람이 한 글자를 쓰거나, 두 곳에 있었습니다.",
  "copied-text": "두 문서가 수가 든 같은 대목을 나눕니다. 그 수의 근원은 하나이며 한 번으로 셉니다.",
  "no-speaker-told": "누가 말하거나 추정했는지 이름도 출처도 없는 수입니다.",
};

/** Times that a sum is paid per. */
export const TIMES: Readonly<Record<string, string>> = { hour: "시간", day: "일", week: "주", month: "월", year: "년" };
