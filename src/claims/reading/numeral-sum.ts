/** Adds number words, digits and magnitudes up, as they come. */
export class Sum {
  total = 0;
  section = 0;
  current: number | undefined;
  chain: number[] = [];
  lastBig = 0;
  simple = true;
  decimals = 0;
  words = false;
  magnitudes = 0;

  /** Takes the value of a word or of digits; false where it begins another number. */
  take(value: number, isWord: boolean, glued: boolean): boolean {
    if (this.current === undefined) {
      this.words ||= isWord;
      if (this.magnitudes > 0) {
        const least = this.chain.at(-1) ?? 1;
        if (value >= least || !(isWord ? this.words : glued)) return false;
        this.simple = false;
      }
      this.current = value;
      this.words ||= isWord;
      return true;
    }
    if (!isWord || !this.words || this.current <= 0 || value <= 0) return false;
    const place = this.current % 100 === 0 ? 100 : this.current % 10 === 0 && this.current >= 20 ? 10 : 0;
    if (value >= place) return this.teens(value);
    this.current += value;
    return true;
  }

  /** Korean and Chinese give tens before ones as well: 열 다섯. */
  teens(value: number): boolean {
    if (this.current !== 10 || value >= 10) return false;
    this.current += value;
    return true;
  }

  multiply(magnitude: number, eastern: boolean): void {
    this.magnitudes++;
    this.chain.push(magnitude);
    if (magnitude < (eastern ? 1e4 : 1e3)) this.small(magnitude, eastern);
    else this.big(magnitude);
  }

  small(magnitude: number, eastern: boolean): void {
    if (eastern) {
      this.section += (this.current ?? 1) * magnitude;
      this.current = undefined;
    } else if (this.current === undefined && this.total > 0) this.total *= magnitude;
    else this.current = (this.current ?? 1) * magnitude;
  }

  big(magnitude: number): void {
    const rest = this.section + (this.current ?? 0);
    if (this.lastBig > 0 && magnitude > this.lastBig) this.total = (this.total + rest) * magnitude;
    else if (this.lastBig > 0 && rest === 0) this.total *= magnitude;
    else this.total += (rest === 0 && this.current === undefined ? 1 : rest) * magnitude;
    if (this.lastBig > 0 && magnitude < this.lastBig) this.simple = false;
    this.lastBig = Math.max(this.lastBig, magnitude);
    this.section = 0;
    this.current = undefined;
  }

  get value(): number {
    return this.total + this.section + (this.current ?? 0);
  }
}
