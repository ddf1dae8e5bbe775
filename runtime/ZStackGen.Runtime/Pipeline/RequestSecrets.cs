using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ZStack;

// Finds secrets in a request by the names of its parameters. Needed only for a response that may quote the request.
internal static class RequestSecrets
{
    public static void Collect(List<string> secrets, ApiDescriptor api, UriText url, ReadOnlySpan<byte> body)
    {
        CollectUrl(secrets, api, url.ToString());
        if (api.HasBody)
            CollectJson(secrets, api, body, 0);
    }

    // Any custom header may carry a credential. A shorter value is an option, such as `true`.
    public static void CollectHeaders(List<string> secrets, IEnumerable<KeyValuePair<string, string>> headers)
    {
        const int Least = 8;
        foreach (KeyValuePair<string, string> header in headers)
        {
            string value = header.Value?.Trim() ?? string.Empty;
            if (value.Length >= Least)
                Add(secrets, value);
            // Without the scheme of a header such as `Bearer …`.
            string rest = value.Substring(value.IndexOf(' ') + 1).Trim();
            if (rest.Length >= Least)
                Add(secrets, rest);
        }
    }

    public static void CollectJson(List<string> secrets, ApiDescriptor api, ReadOnlySpan<byte> json, int nesting)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(JsonLimits.ReaderOptions));
        string name = string.Empty;
        // The depth of the object or list that is a secret; every string in it is a secret.
        int secretDepth = int.MaxValue;
        try
        {
            while (reader.Read())
            {
                bool isSecret = reader.CurrentDepth >= secretDepth || SecretNames.IsSecret(name, api.Name);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = JsonStringKey.Text(in reader);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray when isSecret && secretDepth == int.MaxValue:
                        secretDepth = reader.CurrentDepth + 1;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray when reader.CurrentDepth < secretDepth:
                        secretDepth = int.MaxValue;
                        name = string.Empty;
                        break;
                    case JsonTokenType.String when isSecret:
                        Add(secrets, JsonStringKey.Text(in reader));
                        break;
                    case JsonTokenType.String:
                        CollectText(secrets, api, JsonStringKey.Text(in reader), nesting);
                        break;
                    case JsonTokenType.Number when isSecret:
                        Add(secrets, Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // The text only resembled JSON.
        }
    }

    // Finds secrets in JSON within the text, such as the data of a long job, in tags such as `password::…`, and in addresses.
    private static void CollectText(List<string> secrets, ApiDescriptor api, string text, int nesting)
    {
        if (nesting == 0 && text.Length > 1 && text[0] is '{' or '[')
            CollectJson(secrets, api, Encoding.UTF8.GetBytes(text), nesting + 1);
        UserInfo.Collect(secrets, text);
        int value = text.LastIndexOf("::", StringComparison.Ordinal);
        if (value > 0 && SecretNames.IsSecret(text.Substring(0, value)))
            Add(secrets, text.Substring(value + 2));
    }

    private static void CollectUrl(List<string> secrets, ApiDescriptor api, string url)
    {
        int query = url.IndexOf('?');
        string[] segments = (query < 0 ? url : url.Substring(0, query)).Split('/');
        string[] names = api.Path.Split('/');
        for (int i = 0; i < segments.Length && i < names.Length; i++)
        {
            if (names[i].Length > 0 && names[i][0] == '{' && SecretNames.IsSecret(names[i]))
                Add(secrets, Uri.UnescapeDataString(segments[i]));
        }

        if (query < 0)
            return;
        foreach (string parameter in url.Substring(query + 1).Split('&'))
        {
            int sign = parameter.IndexOf('=');
            if (sign <= 0)
                continue;
            string value = Uri.UnescapeDataString(parameter.Substring(sign + 1));
            if (SecretNames.IsSecret(parameter.Substring(0, sign), api.Name))
                Add(secrets, value);
            else
                CollectText(secrets, api, value, 0);
        }
    }

    private static void Add(List<string> secrets, string secret)
    {
        if (secret.Trim().Length > 0 && !secrets.Contains(secret))
            secrets.Add(secret);
    }
}
