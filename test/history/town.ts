/** A project with every rule that a history can break, tight enough that all of them say no to somebody. */
export const town = `
project town { time zone America/New_York  currency CNY  week starts Sunday  settle after 10 minutes }
user {
  id: text
  zone: time zone
  phone: text?
}
event visit { page: text }
event cart { order_id: text }
event pay { order_id: text  amount: CNY }
tag strategy tried valid 5 days
channel push { cost 0 CNY }
channel sms { reach if user.phone is known  quota 30 per day  cost 0.05 CNY }
channel mail { cost 0.01 CNY }
channel pager { cost 0 CNY }
benefit coupon hp20 { 20 CNY off over 100 CNY  quantity 400  2 per user  budget 6000 CNY  valid 7 days after issue }
benefit coupon five { 5 CNY off  budget 900 CNY  valid 7 days after issue }
benefit points p100 { 100 points  cost 1 CNY  quantity 900 }
benefit points p50 { 50 points  cost 0.50 CNY  quantity 40 by sms }
benefit lottery wheel { prize 30% five  prize 70% p100  salt "wheel" }
material push_text for push { en title "Hello" }
material sms_text for sms { en body "Hello" }
material mail_text for mail { en body "Hello" }
material pager_text for pager { en body "Hello" }
policy rules {
  quiet hours from 22:00 to 08:00 else delay
  cap pager 0 per day
  cap push 1 per day
  cap sms 2 per week
  cap all 5 in 4 days
  cap push, mail 3 in 36 hours
  cap mail 9 per month
  holdout 10% salt "all"
}
goal bought = did pay after touch
strategy evening {
  when every day at 21:50
  who did visit in the last 3 days and did not pay for 1 day
  repeat after 2 days
  channel push then sms after 3 hours if not opened then mail after 1 hour if not clicked
  benefit hp20 else none
  material push_text, sms_text, mail_text
  priority 40
}
strategy night {
  when every day at 21:30
  repeat after 3 days
  send between 07:00 and 20:00 else delay
  channel mail
  benefit wheel
  material mail_text
  exclusive with morning for 2 days
}
strategy dusk {
  when every day at 21:40
  who user.phone is not known
  repeat after 5 days
  send between 07:00 and 20:00 else delay
  channel push then mail
  benefit none
  material push_text, mail_text
  exclusive with night
}
strategy morning {
  when every day at 09:00
  who did visit in the last 2 days
  repeat after 1 day
  channel push then mail
  benefit none
  material push_text, mail_text
  exclusive with noon
}
strategy noon {
  when every day at 12:00
  repeat after 1 day
  channel sms then mail
  benefit p50 else none
  material sms_text, mail_text
  priority 80
}
strategy carts {
  when cart is not followed by pay with same order_id within 30 minutes
  limit 1 per event.order_id
  send between 08:00 and 21:00 else skip
  channel push then sms
  benefit none
  material push_text, sms_text
  purpose service
}
strategy welcome {
  when every day at 12:00
  repeat never
  channel push then sms then mail
  benefit five
  material push_text, sms_text, mail_text
  priority 90
}
strategy beep {
  when every day at 10:00
  repeat always
  channel pager
  benefit none
  material pager_text
}
set trial {
  when every day at 12:00
  who did visit in the last 7 days and not has tried
  repeat after 4 days
  holdout 10% salt "trial"
  budget 2500 CNY
  sets tried
  split salt "trial-split" {
    40% variant coupon { channel push then mail  benefit hp20  material push_text, mail_text }
    30% variant points { channel sms then mail  benefit p100  material sms_text, mail_text }
    30% variant control { none }
  }
}
`;
