using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ZStack;

// Blots out what was sent as a secret, should the server or a proxy give it back in an error text.
internal sealed class SecretRedactor
{
    // Anything shorter would blot out ordinary words.
    private const int Least = 4;

    private readonly object _gate = new();
    private readonly Queue<string> _passing = new();
    private readonly List<string> _lasting = [];
    private byte[][] _forms = [];

    // Whether the client signs its requests.
    public bool HidesSignatures { get; set; }

    // For as long as the client lives, or until as many later ones have come: sessions come and go, and the last ones suffice.
    public void Add(string? secret, bool lasting)
    {
        if (secret is null || secret.Length < Least)
            return;
        lock (_gate)
        {
            if (_lasting.Contains(secret) || _passing.Contains(secret))
                return;
            if (lasting)
                _lasting.Add(secret);
            else
                _passing.Enqueue(secret);
            if (_passing.Count > 8)
                _passing.Dequeue();
            System.Threading.Volatile.Write(ref _forms, Forms(_lasting.Concat(_passing)));
        }
    }

    // Each secret becomes as many asterisks, so JSON stays JSON.
    public void Apply(Span<byte> text, string? more)
    {
        foreach (byte[] secret in System.Threading.Volatile.Read(ref _forms))
            Blot(text, secret);
        if (more is { Length: >= Least })
            Blot(text, Encoding.UTF8.GetBytes(more));
        if (HidesSignatures)
            SignatureRedactor.Apply(text);
    }

    public string? Apply(string? text, string? more)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Apply(bytes, more);
        return Encoding.UTF8.GetString(bytes);
    }

    private static byte[][] Forms(IEnumerable<string> secrets)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (string secret in secrets)
        {
            // As it is, within our JSON, and each of them quoted in the server's JSON.
            string sent = Escaped(secret, html: false);
            forms.UnionWith([secret, sent, Escaped(secret, html: true), Escaped(sent, html: false), Escaped(sent, html: true)]);
            // As a proxy or a web server may show it.
            forms.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
            foreach (string form in new[] { secret, sent })
                forms.UnionWith([Uri.EscapeDataString(form), System.Net.WebUtility.UrlEncode(form), System.Net.WebUtility.HtmlEncode(form), Markup(form)]);
        }

        // The longest first: one may contain another.
        return [.. forms.OrderByDescending(static f => f.Length).ThenBy(static f => f, StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
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

    // As Tomcat's pages do it, and most others.
    private static string Markup(string text)
        => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

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
}
