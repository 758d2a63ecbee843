# The coding form, and the codebook: what each code and each question means. For professionals only.

command-code = !code: the form in which a case is coded before it is closed; !code help tells how

coding-heading = Coding { $alias }. Every question with its answers:
coding-legend = ✔ is chosen. ? fits what the reporter chose in the questions, but is not chosen.
coding-axis = { $axis } · { $label }, at most { $most }: { $codes }
coding-axis-needed = { $axis } · { $label } (needed), at most { $most }: { $codes }
coding-state = state · { $name }
coding-state-none = state · not coded
coding-narrow = ✔ narrow · could point to one person: counted coarsely, without the state.
coding-narrow-off = narrow · not ticked: could this point to one person?
coding-narrow-uncounted = ✔ narrow · this could point to one person even when counted coarsely. It will not be counted at all.
coding-how = Type what fits, such as: !code threat self spoken state IR. A - in front takes it off again: !code -threat
coding-missing = Still needed: { $axes } ({ $ids })
coding-complete = All that is needed is there. !close ends the case.
coding-held = This case is held. As long as it is, it is not counted.

coding-chosen = Coded: { $codes }
coding-chosen-none = Nothing is coded.
coding-instead = { $now } instead of { $before }
coding-unchanged = Nothing changed; it was so already.
coding-agree-again = The second reader had agreed to it as it was, and has to agree again.

coding-nothing-done = Nothing was changed. Please type the whole line again.
coding-unreadable = There is something in that line that is no code.
coding-unknown = “{ $word }” is no code. The form shows all of them: !code
coding-near = “{ $word }” is no code. Did you mean: { $near }
coding-ambiguous = “{ $word }” can be two things. Type one of these: { $near }
coding-is-axis = “{ $word }” is a question, not an answer. Its answers: !code help { $word }
coding-both = “{ $word }” is typed to be chosen and to be taken off.
coding-follows = “{ $word }” is chosen because such a place was named to the reporter.
coding-too-many = { $axis } · { $label }: at most { $most }, and this would be { $codes }. Take one off, such as: !code -{ $first }
coding-state-which = Which state? Two letters, unknown or multiple, such as: !code state IR. All of them: !code help state
coding-state-unknown = “{ $word }” is not in the list of states. All of them: !code help state

coding-help = Type !code for the form, and after it what fits. These are the questions; !code help mo tells what the answers to one of them mean.
coding-help-axis = { $axis } · { $label }: { $about }
coding-help-code = { $code } · { $label }: { $about }
coding-help-unknown = That is no question of the form. Type !code help for all of them.
coding-help-state = The state that is held responsible, not where the reporter comes from. For Hong Kong, Tibet or Xinjiang: whose authorities did it. Or unknown, or multiple.
coding-help-states = The list
coding-help-narrow = narrow: tick it with !code narrow when the codes together could point to one person. The state is then dropped, and what points easily is merged or left out.

coding-not-counted = The reporter did not agree to be counted, so nothing of this case is coded. !close ends it.
coding-set-aside = This case is set aside, so it is not counted and not coded. !close ends it.
coding-before-close = Before closing, please code the case. Type !code for the form. Is it no signal at all, such as an ordinary crime or a wrong address? Then it is not counted; type: { $command }

state-unknown = not known (unknown)
state-multiple = more than one (multiple)

codebook-mo = Modus operandi
codebook-mo-about = What was done. In doubt the less serious one.
codebook-mo-violence = Violence or abduction
codebook-mo-violence-about = Physical attack, attempt, abduction, or concrete preparation for it.
codebook-mo-threat = Threat
codebook-mo-threat-about = A message that the person will be harmed, in any way of contact. Harm only to relatives is relatives.
codebook-mo-harass = Intimidation and harassment
codebook-mo-harass-about = Repeated or frightening contact, stalking, vandalism, scare visits, without an explicit threat. Count it only if a link to a state is at least felt.
codebook-mo-relatives = Pressure through relatives
codebook-mo-relatives-about = Relatives or friends abroad are questioned, threatened, fined, detained or used as messengers.
codebook-mo-surveil = Surveillance
codebook-mo-surveil-about = Being followed, photographed, registered at events, watched online or offline.
codebook-mo-hack = Hacking or spyware
codebook-mo-hack-about = Takeover or infection of an account or device, phishing aimed at the person.
codebook-mo-smear = Smear or doxxing
codebook-mo-smear-about = Publishing private data, false stories, fabricated (sexual) images, organised abuse.
codebook-mo-recruit = Recruiting or informing
codebook-mo-recruit-about = Asked, paid or forced to inform on others or to pass on data; approach by an intelligence officer; informer lines.
codebook-mo-papers = Pressure with papers or nationality
codebook-mo-papers-about = Passport, consular service, travel or inheritance made conditional or refused; duties tied to an unwanted nationality; consular acts without Dutch consent. If a signature means informing, recruit too.
codebook-mo-return = Lured or forced return
codebook-mo-return-about = Trick, pressure or force to travel to or stay in the other country; entry or exit ban.
codebook-mo-money = Forced payment
codebook-mo-money-about = Diaspora tax, compulsory gift, extortion, frozen assets.
codebook-mo-legal = Abuse of law or policing
codebook-mo-legal-about = Trial in absence, bounty, Interpol or extradition request, suit to silence, terrorism label.
codebook-mo-community = Grip on organisations and mobilising
codebook-mo-community-about = Control of or pressure through worship, school, student or culture groups and media; told to join or avoid rallies, votes, pledges.
codebook-mo-favours = Favours or bribery
codebook-mo-favours-about = Gifts, trips, honours, money or flattery to steer an office-holder, official, scholar or journalist.
codebook-mo-other = Other
codebook-mo-other-about = Fits none of these.

codebook-me = Means
codebook-me-about = By which way it came.
codebook-me-offline = Offline
codebook-me-offline-about = In person, by post, at a counter or event.
codebook-me-online = Online or phone
codebook-me-online-about = Call, message, social media, device, account.

codebook-tg = Target
codebook-tg-about = Whom it was aimed at: the most general that is true.
codebook-tg-general = Community member without public role
codebook-tg-general-about = Ordinary life, family ties, no activism.
codebook-tg-critic = Critic or activist
codebook-tg-critic-about = Political, human-rights or community activism, defector, party member.
codebook-tg-media = Journalist or maker
codebook-tg-media-about = Journalist, blogger, artist, translator.
codebook-tg-minority = Minority
codebook-tg-minority-about = Targeted as member of a religious, ethnic or sexual minority.
codebook-tg-study-work = Student, scholar or worker
codebook-tg-study-work-about = Targeted through study, research, job or business access.
codebook-tg-office = Office-holder or official
codebook-tg-office-about = Elected or appointed office, civil servant, candidate.
codebook-tg-organisation = Organisation
codebook-tg-organisation-about = Association, place of worship, newsroom, firm.

codebook-rl = Reporter’s role
codebook-rl-about = Who tells it.
codebook-rl-self = About myself
codebook-rl-self-about = The reporter is the target.
codebook-rl-other-private = Relative, friend or witness
codebook-rl-other-private-about = A private person about somebody else: a relative, friend, witness or representative.
codebook-rl-professional = Professional
codebook-rl-professional-about = Reports from work: municipality, school, care, police, union.

codebook-aim = Perceived aim
codebook-aim-about = What they wanted, as the reporter sees it. Empty means unknown.
codebook-aim-silence = Silencing
codebook-aim-silence-about = Stop criticism, testimony, art or religion.
codebook-aim-loyalty = Loyalty and control
codebook-aim-loyalty-about = Keep under control, make conform, bring back.
codebook-aim-information = Information
codebook-aim-information-about = Learn about people, groups, technology or decisions.
codebook-aim-money = Money or resources
codebook-aim-money-about = Obtain money, goods, labour.
codebook-aim-influence-nl = Influence in NL
codebook-aim-influence-nl-about = Steer Dutch policy, public opinion, elections or image.

codebook-ef = Effect on the person
codebook-ef-about = What it does to the person. Never ask it twice.
codebook-ef-mental = Fear, stress, sleep
codebook-ef-mental-about = Distress, fear, sleeplessness, hopelessness.
codebook-ef-self-censorship = Self-censorship
codebook-ef-self-censorship-about = Said or wrote less, left politics, removed posts.
codebook-ef-isolation = Withdrawal and distrust
codebook-ef-isolation-about = Avoids community, family, worship, events; tension in the group.
codebook-ef-material = Loss of money, papers or work
codebook-ef-material-about = Money, documents, travel, study, job, inheritance.
codebook-ef-physical = Physical harm
codebook-ef-physical-about = Injury or property damage.

codebook-ac = Certainty about the actor
codebook-ac-about = How sure it is who is behind it. The state itself is typed apart.
codebook-ac-open = Open or official
codebook-ac-open-about = A person or body said so, or acted in an official role.
codebook-ac-indicated = Indications
codebook-ac-indicated-about = Concrete signs of a link to a state: an intermediary, knowledge only a state could have.
codebook-ac-felt = Felt or unclear
codebook-ac-felt-about = Pressure is felt, there is no one to point at.

codebook-pl = Place
codebook-pl-about = Where it happened. Nothing finer than this.
codebook-pl-netherlands = In the Netherlands
codebook-pl-netherlands-about = Took place in the Netherlands. Never a town.
codebook-pl-abroad = Abroad
codebook-pl-abroad-about = Took place outside the Netherlands, such as on a journey or with family. Never which country.
codebook-pl-online = Online only
codebook-pl-online-about = No physical place.

codebook-tm = Time
codebook-tm-about = When the last event was.
codebook-tm-ongoing = Now or ongoing
codebook-tm-ongoing-about = Last event within three months.
codebook-tm-past-year = Past year
codebook-tm-past-year-about = Last event 3–12 months ago.
codebook-tm-older = Longer ago
codebook-tm-older-about = Last event more than a year ago.

codebook-fq = Frequency
codebook-fq-about = Once or more often.
codebook-fq-once = Once
codebook-fq-once-about = Single event.
codebook-fq-repeated = Repeatedly
codebook-fq-repeated-about = Two or more times or continuous.

codebook-cr = Criminal offence
codebook-cr-about = Your own impression, not a legal finding.
codebook-cr-possible = Possibly criminal
codebook-cr-possible-about = Looks like an offence: threat, stalking, hacking, extortion, violence, espionage.
codebook-cr-not-apparent = Not apparently criminal
codebook-cr-not-apparent-about = No offence visible from what was told.

codebook-rf = Referral made
codebook-rf-about = To which kind of help was pointed. Empty means none.
codebook-rf-enforcement = To enforcement
codebook-rf-enforcement-about = Police, anonymous crime line, security service, prosecution.
codebook-rf-care = To care or support
codebook-rf-care-about = Health care, victim support, help at home, help with thoughts of suicide, community support.
codebook-rf-rights = To rights or protection
codebook-rf-rights-about = Lawyer, free legal advice, help for the press, ombudsman, consular help.
codebook-rf-digital = To digital help
codebook-rf-digital-about = Help with a device, an account or spyware.

codebook-oc = Outcome of the contact
codebook-oc-about = How the contact ended.
codebook-oc-spoken = Spoke with a person
codebook-oc-spoken-about = A professional and the reporter talked or wrote with each other.
codebook-oc-counted = Counted only
codebook-oc-counted-about = The reporter chose only to be counted, or could not be reached again.
codebook-oc-broken-off = Broken off
codebook-oc-broken-off-about = The contact stopped before the end. Nothing else is counted with it than what was done and to whom, if that is clear.

codebook-fu = Follow-up
codebook-fu-about = What recipients did with a bundle. Never on a case.
codebook-fu-diplomatic = Diplomatic
codebook-fu-diplomatic-about = Bundle was used in talks with a state or expulsion.
codebook-fu-resilience = Resilience
codebook-fu-resilience-about = Bundle led to information, support or training.
codebook-fu-enforcement = Administrative or criminal
codebook-fu-enforcement-about = Bundle fed a measure or investigation.
