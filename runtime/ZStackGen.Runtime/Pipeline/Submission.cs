using System;
using System.Collections.Generic;

namespace ZStack;

// The outcome of sending a call: a result or error, or a job.
internal readonly struct Submission
{
    public Submission(ZStackResponse response, AuthTicket? ticket)
    {
        Response = response;
        Ticket = ticket;
    }

    public Submission(string jobId, TimeSpan? timeout, AuthTicket? ticket)
    {
        JobId = jobId;
        Timeout = timeout;
        Ticket = ticket;
    }

    public ZStackResponse? Response { get; }

    public string? JobId { get; }

    public TimeSpan? Timeout { get; }

    public AuthTicket? Ticket { get; }

    // The mailbox that waits for the job's callback; the owner of the job releases it.
    public JobMailbox? Mailbox { get; private init; }

    // The secrets of the call, which messages about its job must not contain.
    public IReadOnlyList<string>? Secrets { get; init; }

    public Submission With(JobMailbox mailbox) => new(JobId!, Timeout, Ticket) { Mailbox = mailbox, Secrets = Secrets };
}
