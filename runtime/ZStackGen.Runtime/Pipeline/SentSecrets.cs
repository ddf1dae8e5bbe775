using System;
using System.Text;

namespace ZStack;

// Registers the secrets in the options for redaction.
internal static class SentSecrets
{
    public static void AddOptions(ClientContext context)
    {
        ZStackClientOptions options = context.Options;
        SecretRedactor redactor = context.Redactor;
        if (options.WebhookAddress is { } webhook)
        {
            var address = new Uri(webhook);
            redactor.Add(address.UserInfo, lasting: true);
            redactor.Add(address.Query.TrimStart('?'), lasting: true);
        }

        if (options.Proxy?.Credentials is { } credentials && options.Proxy.GetProxy(context.Server.Uri) is { } proxy
            && credentials.GetCredential(proxy, "Basic") is { } login)
        {
            redactor.Add(login.Password, lasting: true);
            redactor.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(login.UserName + ":" + login.Password)), lasting: true);
        }

        switch (options.Credential)
        {
            case LoginCredential account:
                foreach (string secret in account.Action.Secrets)
                    redactor.Add(secret, lasting: true);
                break;
            case SessionCredential session:
                redactor.Add(session.Ticket.SessionId!, lasting: true);
                break;
            case AccessKeyCredential:
                redactor.RedactsSignatures = true;
                break;
        }
    }
}
