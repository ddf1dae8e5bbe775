using System;
using System.Collections.Generic;

namespace ZStack;

// Finds passwords in the user information of addresses, such as `sftp://user:password@host` and `user:password@host`.
internal static class UserInfo
{
    // A password may contain `@`, so each is a possible end. The limit bounds the work for long texts.
    private const int MaxEnds = 8;

    private static readonly char[] s_spaces = [' ', '\t', '\r', '\n'];

    public static void Collect(List<string> secrets, string text)
    {
        if (text.IndexOf('@') < 0)
            return;
        foreach (string word in text.Split(s_spaces, StringSplitOptions.RemoveEmptyEntries))
        {
            // A password may contain a comma, and commas may separate addresses.
            CollectWord(secrets, word);
            if (word.IndexOf(',') < 0)
                continue;
            foreach (string part in word.Split(','))
                CollectWord(secrets, part);
        }
    }

    private static void CollectWord(List<string> secrets, string word)
    {
        int scheme = word.IndexOf("://", StringComparison.Ordinal);
        int start = scheme < 0 ? 0 : scheme + 3;
        int colon = word.IndexOf(':', start);
        int at = word.IndexOf('@', start);
        // Without a colon, the user of a URL may be a token; the user of an e-mail address is none.
        if (at > start && (colon < 0 || colon > at) && scheme >= 0)
            Add(secrets, word.Substring(start, at - start));
        if (colon < 0)
            return;
        at = word.IndexOf('@', colon + 1);
        for (int i = 0; i < MaxEnds && at >= 0; i++, at = word.IndexOf('@', at + 1))
            Add(secrets, word.Substring(colon + 1, at - colon - 1));
    }

    private static void Add(List<string> secrets, string secret)
    {
        if (secret.Length > 0 && !secrets.Contains(secret))
            secrets.Add(secret);
    }
}
