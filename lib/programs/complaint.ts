/** An error that a program finds itself, in its own words and with its own exit status, where wirework performs the line */
export class Complaint extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}
