/** What a program that wirework performs finds wrong itself, in its own words, and how it ends then */
export class Complaint extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}
