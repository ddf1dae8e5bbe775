using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

// Blots out what was sent as a secret, should the server or a proxy give it back in an error text.
internal sealed class SecretMask
{
    // Anything shorter would blot out ordinary words.
    private const int Least = 4;

    private readonly object _gate = new();
    private byte[][] _secrets = [];

    public void Add(string secret)
    {
        if (secret.Length < Least)
            return;
        // As it is, within our JSON, and each of them quoted in the server's JSON.
        string sent = Escaped(secret, html: false);
        foreach (string form in new[] { secret, sent, Escaped(secret, html: true), Escaped(sent, html: false), Escaped(sent, html: true) })
            AddBytes(Encoding.UTF8.GetBytes(form));
    }

    // Each secret becomes as many asterisks, so JSON stays JSON.
    public void Apply(Span<byte> text, string? more)
    {
        foreach (byte[] secret in System.Threading.Volatile.Read(ref _secrets))
            Blot(text, secret);
        if (more is { Length: >= Least })
            Blot(text, Encoding.UTF8.GetBytes(more));
    }

    private static void Blot(Span<byte> text, byte[] secret)
    {
        int at;
        while ((at = text.IndexOf(secret)) >= 0)
        {
            text.Slice(at, secret.Length).Fill((byte)'*');
            text = text.Slice(at + secret.Length);
        }
    }

    // As Gson writes it: with < > & = ' escaped in results and failed jobs, without in immediate failures (protocol §6).
    private static string Escaped(string text, bool html)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    escaped.Append('\\').Append(c);
                    break;
                case '<' or '>' or '&' or '=' or '\'' when html:
                    escaped.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    private void AddBytes(byte[] secret)
    {
        lock (_gate)
        {
            foreach (byte[] known in _secrets)
                if (known.AsSpan().SequenceEqual(secret))
                    return;
            // Sessions come and go; the last ones suffice.
            var secrets = new List<byte[]>(_secrets);
            if (secrets.Count >= 32)
                secrets.RemoveAt(4);
            secrets.Add(secret);
            System.Threading.Volatile.Write(ref _secrets, secrets.ToArray());
        }
    }
}
