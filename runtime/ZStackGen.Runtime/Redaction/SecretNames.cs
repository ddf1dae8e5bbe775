using System;

namespace ZStack;

// Recognizes member names whose values are secrets, which messages must not contain.
internal static class SecretNames
{
    private const string PresharedKey = "psk";

    private static readonly string[] s_words =
    [
        "password", "passwd", "pwd", "passphrase", "secret", "token", "session", "credential", "captcha", "verifycode", "authorization",
        "privatekey", "privkey", "preshared", "sharedkey", "authkey", "apikey", "appkey", "encryptionkey", "encryptkey",
    ];

    public static bool IsSecret(string name)
    {
        foreach (string word in s_words)
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return HasPresharedKey(name);
    }

    // In an API about key pairs such as AddHybridKeySecret, `key` is a part of the credential. Elsewhere, it is the name of a setting.
    public static bool IsSecret(string name, string api)
        => IsSecret(name) || (string.Equals(name, "key", StringComparison.OrdinalIgnoreCase) && api.IndexOf("KeySecret", StringComparison.Ordinal) >= 0);

    // The abbreviation is a word of its own: `ikePsk` and `psk_value`, but not `pskind`.
    private static bool HasPresharedKey(string name)
    {
        for (int at = name.IndexOf(PresharedKey, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(PresharedKey, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + PresharedKey.Length;
            bool begins = at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
            if (begins && (end == name.Length || !char.IsLower(name[end])))
                return true;
        }

        return false;
    }
}
