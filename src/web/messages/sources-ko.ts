import type { Messages } from "./en.ts";
import { sentence } from "./sentence.ts";

/** Strings of the sources pages in Korean. */
export const sourcesKo: Pick<Messages, "sources" | "reader"> = {
  sources: {
    title: (sources, attached) =>
      attached === 0
        ? `출처 ${sources}개, 첨부된 사본 없음`
        : `출처 ${sources}개, 그 가운데 ${attached}개는 구절을 바로 열 수 있음`,
    subtitle: "이 사례에서 인용할 수 있는 모든 것과 그 등급, 거기서 얻은 주장의 수입니다.",
    none: "맞는 출처가 없습니다.",
    empty: "이 사례에는 아직 출처가 없습니다. 문서를 추가하거나 사례 꾸러미를 들여오십시오.",
    addButton: "문서 추가 …",
    addHint:
      "PDF, DOCX, ODT, RTF, HTML, EPUB, EML, 마크다운, 텍스트, SRT, VTT, CSV, XLSX, 스캔. 이 컴퓨터를 떠나지 않습니다.",
    adding: (file) => `${file} 읽는 중 …`,
    becameSource: (title) => `“${title}”(으)로 추가했습니다. 판단하기 전까지 등급은 F6입니다.`,
    isSource: (title) => `이미 “${title}”(으)로 이 사례에 있습니다.`,
    addedSummary: (read, failed) =>
      failed === 0 ? `${read}개를 읽었습니다.` : `${read}개를 읽었고, ${failed}개는 읽지 못했습니다.`,
    source: "출처",
    published: "발행",
    type: "종류",
    language: "언어",
    grade: "등급",
    claims: "주장",
    copy: "사본",
    attached: "첨부됨",
    notAttached: "첨부되지 않음",
    filter: "제목, 저자 또는 발행처",
    types: {
      report: "보고서",
      press: "언론",
      interview: "면담",
      dataset: "자료 집합",
      official: "공문서",
      academic: "학술",
      web: "웹 페이지",
    },
    reliability: {
      A: "완전히 신뢰할 만함",
      B: "대체로 신뢰할 만함",
      C: "꽤 신뢰할 만함",
      D: "대체로 신뢰하기 어려움",
      E: "신뢰할 수 없음",
      F: "신뢰도를 판단할 수 없음",
    },
    credibility: {
      "1": "다른 출처로 확인됨",
      "2": "아마 사실",
      "3": "사실일 수 있음",
      "4": "의심스러움",
      "5": "있을 법하지 않음",
      "6": "진위를 판단할 수 없음",
    },
    gradeFull: (grade, reliability, credibility) =>
      `${grade}: 출처는 ${reliability}, 정보는 ${credibility} (애드미럴티 등급)`,
    unknownDate: "날짜 없음",
  },
  reader: {
    back: "모든 출처",
    by: (author) => author,
    claims: (n) => (n === 0 ? "여기서 얻은 주장은 없습니다" : `여기서 얻은 주장 ${n}건`),
    words: "본문과, 주장이 담긴 구절",
    copyAt: (where) => sentence`사본을 구할 수 있는 곳: ${where}`,
    notAttachedTitle: "첨부된 사본이 없습니다",
    notAttached:
      "이 사례는 문서 자체가 아니라 사실과 우리의 풀이만 담습니다. 가지고 계신 사본을 첨부하면 구절이 제자리에서 열립니다. 사본은 이 컴퓨터를 떠나지 않습니다.",
    attachButton: "사본 첨부 …",
    attaching: "사본을 확인하고 읽는 중 …",
    attachCommand: "또는 명령줄에서:",
    attachedNow: "사본을 첨부했습니다.",
    digest: (sha) => sentence`우리가 읽은 사본의 SHA-256: ${sha}`,
    moved: "첨부된 사본의 그 자리에 같은 글이 없습니다",
    noText: "본문에서의 위치가 기록되지 않았습니다. 쪽이나 절로 찾아보십시오.",
    toPassage: (n) => `본문의 구절 ${n}번으로`,
    toNote: (n) => `이 구절에 대한 주장 ${n}번`,
    locator: "위치",
    note: "비고",
    missing: "이 사례에 그런 출처는 없습니다.",
    sections: (n) => `구절 ${n}개`,
  },
};
