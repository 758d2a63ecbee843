# What professionals read when they change a line. The reporter's words are never in here.

case-edit-stays = Not sent: the line you changed had stayed here, so the change stays here too. To send it to the reporter, write it as a new message.
