import { Button } from '@mantine/core';
import { useText } from '../texts/use-text.tsx';

export function LanguageButton() {
  const { t, language, setLanguage } = useText();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      color="gray"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other)}
    >
      {t.shell.language}
    </Button>
  );
}
