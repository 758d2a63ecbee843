# The desk room, which is made anew each week. Professionals read these.

desk-moves = This room is a week old, so the desk moves. You have an invitation to a new desk room: please accept it. Until a colleague is there, everything goes on here.
desk-moved = The desk has moved to the new room, and the cards are there now. What stood here is taken back. Nothing you type here is read any more: please leave this room, and accept the invitation to the new one.
desk-not-renewed = No new desk room could be made, so the desk stays here. It is tried again tomorrow. Please tell the operator.
