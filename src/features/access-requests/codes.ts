/** What a party answers the citizen: everything was given; it has nothing; it cannot tell who it is, and gave nothing. */
export const accessAnswers = ['given', 'none', 'unclear'] as const

export type AccessAnswer = (typeof accessAnswers)[number]
