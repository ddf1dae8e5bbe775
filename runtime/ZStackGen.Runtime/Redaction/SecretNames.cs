using System;

namespace ZStack;

// Recognizes member names whose values are secrets, which messages must not contain.
internal static class SecretNames
{
    private static readonly string[] s_words = ["password", "passwd", "secret", "token", "session", "credential", "privatekey", "captcha", "verifycode", "authorization", "passphrase", "pwd"];

    public static bool IsSecret(string name)
    {
        foreach (string word in s_words)
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
