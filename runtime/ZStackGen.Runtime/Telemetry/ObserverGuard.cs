using System;

namespace ZStack;

// Forwards events to the user's observer. An exception of the observer must neither end a call nor replace its error.
internal readonly struct ObserverGuard(ZStackClientObserver? observer)
{
    private enum Kind
    {
        RequestSending,
        ResponseReceived,
        RequestFailed,
        RequestRetrying,
        LoggedIn,
        LogInFailed,
        SessionLost,
        JobAccepted,
        JobEnded,
        CallbackMissing,
        MemberMismatched,
        ParameterDropped,
    }

    // Whether there is an observer, so that events must be created.
    public bool IsOn => observer is not null;

    public void RequestSending(in ZStackClientEvent e) => Notify(Kind.RequestSending, e);

    public void ResponseReceived(in ZStackClientEvent e) => Notify(Kind.ResponseReceived, e);

    public void RequestFailed(in ZStackClientEvent e) => Notify(Kind.RequestFailed, e);

    public void RequestRetrying(in ZStackClientEvent e) => Notify(Kind.RequestRetrying, e);

    public void LoggedIn(in ZStackClientEvent e) => Notify(Kind.LoggedIn, e);

    public void LogInFailed(in ZStackClientEvent e) => Notify(Kind.LogInFailed, e);

    public void SessionLost(in ZStackClientEvent e) => Notify(Kind.SessionLost, e);

    public void JobAccepted(in ZStackClientEvent e) => Notify(Kind.JobAccepted, e);

    public void JobEnded(in ZStackClientEvent e) => Notify(Kind.JobEnded, e);

    public void CallbackMissing(in ZStackClientEvent e) => Notify(Kind.CallbackMissing, e);

    public void MemberMismatched(in ZStackClientEvent e) => Notify(Kind.MemberMismatched, e);

    public void ParameterDropped(in ZStackClientEvent e) => Notify(Kind.ParameterDropped, e);

    private void Notify(Kind kind, in ZStackClientEvent e)
    {
        if (observer is null)
            return;
        try
        {
            switch (kind)
            {
                case Kind.RequestSending:
                    observer.RequestSending(e);
                    break;
                case Kind.ResponseReceived:
                    observer.ResponseReceived(e);
                    break;
                case Kind.RequestFailed:
                    observer.RequestFailed(e);
                    break;
                case Kind.RequestRetrying:
                    observer.RequestRetrying(e);
                    break;
                case Kind.LoggedIn:
                    observer.LoggedIn(e);
                    break;
                case Kind.LogInFailed:
                    observer.LogInFailed(e);
                    break;
                case Kind.SessionLost:
                    observer.SessionLost(e);
                    break;
                case Kind.JobAccepted:
                    observer.JobAccepted(e);
                    break;
                case Kind.JobEnded:
                    observer.JobEnded(e);
                    break;
                case Kind.CallbackMissing:
                    observer.CallbackMissing(e);
                    break;
                case Kind.MemberMismatched:
                    observer.MemberMismatched(e);
                    break;
                case Kind.ParameterDropped:
                    observer.ParameterDropped(e);
                    break;
            }
        }
#pragma warning disable CA1031 // an observer must not affect the call
        catch (Exception)
        {
            // The call continues as if the observer had returned.
        }
#pragma warning restore CA1031
    }
}
