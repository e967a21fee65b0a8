const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const DATE_TIME = /^(.{10})[t ](.+)$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

const daysOf = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

const isDate = (text: string): boolean => {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
};

/** A time with its offset; a leap second is the last of a day in UTC. */
const isTime = (text: string): boolean => {
  const parts = TIME.exec(text);
  if (!parts) return false;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1, 4).map(Number);
  const [aheadHours, aheadMinutes] = [Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60 || aheadHours > 23 || aheadMinutes > 59) return false;
  if (seconds < 60) return true;
  const ahead = (aheadHours * 60 + aheadMinutes) * (parts[4] === '-' ? -1 : 1);
  return (hours * 60 + minutes - ahead + 2880) % 1440 === 1439;
};

/** Whether a text is a time with its date and offset. */
export const isDateTime = (text: string): boolean => {
  const [, date, time] = DATE_TIME.exec(text) ?? [];
  return date !== undefined && time !== undefined && isDate(date) && isTime(time);
};

/** The formats that are checked (RFC 3339 for times); every other one is a remark, as draft-07 allows. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  date: isDate,
  time: isTime,
  email: (text) => EMAIL.test(text),
  ipv4: (text) => IPV4.test(text),
};
