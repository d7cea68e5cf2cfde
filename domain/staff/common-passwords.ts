/** Passwords of twelve characters and more that everybody tries first. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password1234 password12345 passwordpassword qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwerty123456 qwerty1234567
  123456789012 1234567890123 12345678901234 111111111111 000000000000 administrator administrator1 adminadminadmin
  admin1234567 letmeinletmein welcome12345 iloveyou1234 1q2w3e4r5t6y 1q2w3e4r5t6y7u qazwsxedcrfv zaqwsxcderfv
  museummuseum museum123456 kazakhstan12 kazakhstan123 kazakhstan2020 astana123456 almaty123456 izdeuizdeu12
  йцукенгшщзхъ пароль123456 парольпароль казахстан123 қазақстан123 құпиясөз1234 abcdefghijkl abcd12345678
  changemechange changeme1234 correcthorsebatterystaple`
    .split(/\s+/)
    .filter(Boolean),
);
