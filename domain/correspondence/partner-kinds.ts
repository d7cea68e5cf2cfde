/** What bodies and people work along with us, and how we write to them. Pure. */
export const partnerKinds = ['archive', 'commissariat', 'museum', 'ngo', 'squad', 'scientist', 'foreign-body'] as const;

export const requestChannels = ['post', 'email', 'in-person'] as const;
