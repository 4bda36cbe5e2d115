export const zhAgreements = { title: '技术合同' };
