import type { Messages } from "./en.ts";
import { sentence } from "./sentence.ts";

/** Strings of the page of what to find out next in Korean. */
export const nextFactsKo: Pick<Messages, "nextFacts"> = {
  nextFacts: {
    title: (figure) => `${figure}: 무엇을 알면 가장 좁혀지는가`,
    subtitle: (figure) =>
      sentence`지금은 ${figure} (90% 구간). 한 줄이 주장 하나로 알 수 있는 사실이며, 그때 이 수치의 구간이 어떻게 될지를 보입니다.`,
    none: "주장 하나로 이 수치를 좁힐 수는 없다",
    noneNext:
      "이 등급의 주장 하나로는 무엇에 대한 것이든 구간이 그대로입니다. 더 나은 등급, 다른 해, 다른 수치로 해 보십시오.",
    notEstablished: "이 계정에 그런 수치는 없습니다. 다른 해나 지역, 다른 수치를 고르십시오.",
    weighing: "알아낼 수 있는 사실을 하나하나 재는 중입니다. 큰 사례에서는 몇 초 걸립니다.",
    choose: "좁힐 수치",
    figure: "수치",
    headlines: "주요 수치",
    others: "그 밖",
    place: "지역",
    occupation: "직업",
    year: "연도",
    grade: "주장이 나올 출처의 신뢰도",
    gradeOf: (grade, words) => `${grade}: ${words}`,
    list: "알아낼 사실, 가장 많은 것을 말해 주는 것부터",
    itself: "이 수치 자체",
    now: (figure) => sentence`지금 ${figure}`,
    leaves: (percent) => `구간 폭의 약 ${percent}가 남음`,
    more: (n) => `${n}개 모두 보기`,
    fewer: "처음 열 개만 보기",
    about: (limits) => `약 ${limits}`,
    before: "지금",
    after: "그때",
    mark: (now, then) => `이 수치의 90% 구간: 지금 ${now}, 그때 약 ${then}`,
    note: (draws) =>
      `계정의 표본 ${draws}개에서 기대한 값입니다. 새 주장이 무엇을 말할지는 알 수 없으므로 실제로는 더 좁혀지거나 덜 좁혀질 수 있습니다. 가운데 값은 그대로 둔 채 그렸습니다. 분산을 1%도 줄이지 못하는 사실은 싣지 않습니다.`,
  },
};
